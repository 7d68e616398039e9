package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import java.util.Map;
import java.util.Optional;

/** The members of an entry: those that a call brings, and those that the bank sets. None of them is its id. */
record MemberTemplates(CallFacts knowledge) {

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What the call's content says, without any content nothing; empty if it is no object. */
    static Optional<ObjectNode> content(Call call) {
        JsonNode body = call.input().body();
        if (body.isMissingNode()) {
            return Optional.of(none());
        }
        return body instanceof ObjectNode object ? Optional.of(object.deepCopy()) : Optional.empty();
    }

    static Refusal refusal() {
        return Placement.incomplete("body", "type", "the content must be an object");
    }

    void set(ObjectNode document, Call call, Map<String, JsonNode> members) {
        JsonNode id = document.path("id");
        members.forEach((name, template) -> {
            JsonNode value = Templates.fill(template, knowledge.ofCall(call));
            if (!value.isMissingNode()) {
                document.set(name, value);
            }
        });
        document.set("id", id);
    }
}
