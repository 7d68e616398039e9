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

/** The members of an entry: those that a call brings, and those that the bank sets. None of them is its id. */
final class MemberTemplates {

    private MemberTemplates() {}

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * What the call's content says, without any content nothing; empty if it is no object.
     *
     * @param pointer where in the content that stands
     */
    static Optional<ObjectNode> content(Call call, String pointer) {
        JsonNode body = call.input().body();
        if (body.isMissingNode()) {
            return Optional.of(none());
        }
        return body.at(pointer) instanceof ObjectNode object ? Optional.of(object.deepCopy()) : Optional.empty();
    }

    /** @param pointer where in the content no object stands */
    static Refusal refusal(String pointer) {
        String at = pointer.isEmpty() ? "" : " at " + pointer;
        String property = pointer.isEmpty() ? "body" : pointer.substring(1).replace('/', '.');
        return Placement.incomplete(property, "type", "the content" + at + " must be an object");
    }

    /** A template that is null takes its member out. */
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
