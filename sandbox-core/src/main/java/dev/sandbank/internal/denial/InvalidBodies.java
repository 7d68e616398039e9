package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes invalid variants of a valid content, with one error each: a member missing, of another type, or with a bad
 * value; and an extra member.
 *
 * @param example the content
 * @param taken what the operation accepts
 * @param accepted whether the schema accepts a content
 */
record InvalidBodies(ObjectNode example, Operation.Content taken, Predicate<JsonNode> accepted) {

    private static final String SURPLUS = "unexpected";
    private static final List<String> TEXTS = List.of("", "!", " x ", "x".repeat(5000));
    private static final List<Long> NUMBERS = List.of(0L, -1L, 99_999_999_999L);

    /** Content that the schema rejects, and its error. */
    record Bad(String name, JsonNode content) {}

    Stream<Bad> all() {
        List<Bad> all = new ArrayList<>();
        object(example, taken.components().resolve(taken.schema(taken.mediaType())), List.of(), all);
        return all.stream();
    }

    private void object(JsonNode object, JsonNode told, List<String> path, List<Bad> all) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        told.path("properties").fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            member(object.path(name), taken.components().property(told, name), longer, all);
        }
        List<String> surplus = new ArrayList<>(path);
        surplus.add(SURPLUS);
        first(surplus, Stream.of(TextNode.valueOf(SURPLUS)), "unknown").ifPresent(all::add);
    }

    private void member(JsonNode value, JsonNode told, List<String> path, List<Bad> all) {
        if (!value.isMissingNode()) {
            first(path, Stream.of(MissingNode.getInstance()), "missing").ifPresent(all::add);
        }
        String type = type(value, told);
        first(path, Stream.of(otherThan(type)), "of another type").ifPresent(all::add);
        first(path, sameAs(type), "invalid").ifPresent(all::add);
        if (value.isObject()) {
            object(value, told, path, all);
        }
    }

    private Optional<Bad> first(List<String> path, Stream<? extends JsonNode> values, String what) {
        return values.map(value -> with(path, value))
                .filter(content -> !accepted.test(content))
                .findFirst()
                .map(content -> new Bad(String.join(".", path) + " " + what, content));
    }

    private JsonNode with(List<String> path, JsonNode value) {
        ObjectNode content = example.deepCopy();
        Trees.set(content, path, value);
        return content;
    }

    private static String type(JsonNode value, JsonNode told) {
        JsonNode type = told.path("type");
        String said = type.isArray() ? type.path(0).asText() : type.asText();
        if (value.isMissingNode()) {
            return said;
        }
        return value.isNumber() ? "number" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode otherThan(String type) {
        return type.equals("string") ? IntNode.valueOf(7) : TextNode.valueOf("seven");
    }

    private static Stream<? extends JsonNode> sameAs(String type) {
        return switch (type) {
            case "string" -> TEXTS.stream().map(TextNode::valueOf);
            case "number", "integer" -> NUMBERS.stream().map(LongNode::valueOf);
            case "object" -> Stream.of(JsonNodeFactory.instance.objectNode());
            case "array" -> Stream.of(JsonNodeFactory.instance.arrayNode());
            default -> Stream.empty();
        };
    }
}
