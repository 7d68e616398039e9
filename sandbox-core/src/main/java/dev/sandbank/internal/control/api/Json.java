package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.time.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;

/** Writes what callers get, and reads the times that they send. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode texts(Map<String, String> members) {
        ObjectNode object = object();
        members.forEach(object::put);
        return object;
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

    /** One that no arithmetic can hold is beyond whatever the operation takes, which tells how much that is. */
    static Duration duration(String name, String text) {
        return TimeLimits.duration(text)
                .orElseThrow(
                        () -> ProblemException.badRequest(name + " is not an ISO 8601 duration, such as \"PT5M\""));
    }

    static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException | ArithmeticException bad) {
            throw ProblemException.badRequest(
                    name + " is not a moment as of RFC 3339, such as \"2031-03-03T09:00:00Z\"");
        }
    }
}
