package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.Facts;
import java.util.Map;
import java.util.Optional;

/** Sets the members of an entry, from a call and from the bank's templates; the id is not among them. */
final class MemberTemplates {

    private MemberTemplates() {}

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Returns the object in the call's content, an empty one if there is no content; nothing if it is not an object.
     *
     * @param pointer where in the content it stands
     */
    static Optional<ObjectNode> content(Call call, String pointer) {
        JsonNode body = call.input().body();
        if (body.isMissingNode()) {
            return Optional.of(none());
        }
        return body.at(pointer) instanceof ObjectNode object ? Optional.of(object.deepCopy()) : Optional.empty();
    }

    /** @param pointer where in the content an object is missing */
    static Refusal refusal(String pointer) {
        String at = pointer.isEmpty() ? "" : " at " + pointer;
        String property = pointer.isEmpty() ? "body" : pointer.substring(1).replace('/', '.');
        return Placement.incomplete(property, "type", "the content" + at + " must be an object");
    }

    /** Sets members; a template that is null removes its member. */
    static void set(ObjectNode document, Map<String, JsonNode> members, Facts facts) {
        JsonNode id = document.path("id");
        members.forEach((name, template) -> {
            JsonNode value = Templates.fill(template, facts);
            if (template.isNull()) {
                document.remove(name);
            } else if (!value.isMissingNode()) {
                document.set(name, value);
            }
        });
        document.set("id", id);
    }
}
