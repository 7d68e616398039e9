package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.text.BoundedJson;
import java.util.Collection;

/** Reads what callers send, strictly, and writes what they get. */
final class Json {

    private Json() {}

    /** @throws ProblemException if it is not one JSON value */
    static JsonNode read(String text) {
        try {
            JsonNode value = BoundedJson.read(text);
            if (value.isMissingNode()) {
                throw ProblemException.badRequest("the content is not JSON: it is blank");
            }
            return value;
        } catch (JsonProcessingException bad) {
            throw ProblemException.badRequest("the content " + SafeEcho.shortened(BoundedJson.told(bad)));
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static String write(JsonNode value) {
        return value.toString();
    }

    static Reply ok(JsonNode value) {
        return reply(200, value);
    }

    static Reply reply(int status, JsonNode value) {
        return Reply.of(status, "application/json", write(value));
    }

    static Reply nothing() {
        return Reply.empty(204);
    }
}
