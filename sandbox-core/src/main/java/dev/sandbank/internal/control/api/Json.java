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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads and writes the control API's JSON, for servers and for callers. */
public final class Json {

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode texts(Map<String, String> members) {
        ObjectNode object = object();
        members.forEach(object::put);
        return object;
    }

    /** The texts of an array. */
    public static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    /** The members of an object, in their order. */
    public static <T> Map<String, T> members(JsonNode object, Function<JsonNode, T> read) {
        Map<String, T> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), read.apply(member.getValue())));
        return members;
    }

    /** A constant's word in JSON, such as {@code wrong-scheme}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a word. */
    public static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
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

    /** Reads a duration. One that is too large for arithmetic becomes the largest: the operation then says how much it takes. */
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
                    name + " is not a moment in the format of RFC 3339, such as \"2031-03-03T09:00:00Z\"");
        }
    }
}
