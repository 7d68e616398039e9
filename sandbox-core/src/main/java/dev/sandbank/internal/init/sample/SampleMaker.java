package dev.sandbank.internal.init.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.Components;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a value from a schema alone, in one style; whoever asks checks whether it is valid. */
final class SampleMaker {

    /**
     * How values are made.
     *
     * @param told whether examples and defaults in the schema count
     * @param whole whether objects get members that are not required
     * @param filled whether lists near the top have an element, even if they need none
     * @param alternative which alternative counts, from 0
     */
    record Style(boolean told, boolean whole, boolean filled, int alternative) {

        /** Returns the styles in the order in which they are tried. */
        static List<Style> all(int alternatives) {
            return IntStream.range(0, alternatives)
                    .boxed()
                    .flatMap(number -> Stream.of(
                            new Style(true, true, true, number),
                            new Style(false, true, true, number),
                            new Style(true, false, true, number),
                            new Style(false, false, true, number),
                            new Style(false, false, false, number)))
                    .toList();
        }
    }

    /** How many values there are at most before only required members are made. */
    private static final int MOST_OPTIONAL = 300;

    private static final int DEEPEST = 10;
    private static final int DEEPEST_OPTIONAL = 5;
    private static final int DEEPEST_FILLED = 2;
    private static final int LONGEST = 4096;
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("date-time", "2031-01-15T09:30:00Z"),
            Map.entry("date", "2031-01-15"),
            Map.entry("time", "09:30:00Z"),
            Map.entry("duration", "P1D"),
            Map.entry("uuid", "5f2c8a1e-3b7d-4c1a-9e64-0d2b7a915c38"),
            Map.entry("email", "ada@example.com"),
            Map.entry("idn-email", "ada@example.com"),
            Map.entry("uri", "https://example.com/a"),
            Map.entry("url", "https://example.com/a"),
            Map.entry("uri-reference", "/a"),
            Map.entry("iri", "https://example.com/a"),
            Map.entry("hostname", "example.com"),
            Map.entry("ipv4", "192.0.2.1"),
            Map.entry("ipv6", "2001:db8::1"),
            Map.entry("byte", "YQ=="),
            Map.entry("regex", "a"),
            Map.entry("json-pointer", "/a"));

    private final Components components;
    private final Style style;
    private final Deque<String> above = new ArrayDeque<>();
    private int count;

    SampleMaker(Components components, Style style) {
        this.components = components;
        this.style = style;
    }

    int alternative() {
        return style.alternative();
    }

    JsonNode of(JsonNode schema) {
        count = 0;
        return of(schema, 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        count++;
        Shape shape = Shape.of(components, schema, style.alternative());
        JsonNode said = said(shape.keywords());
        if (!said.isMissingNode()) {
            return said;
        }
        boolean again = shape.references().stream().anyMatch(above::contains);
        if (again && canBeNull(schema)) {
            return NullNode.getInstance();
        }
        if (depth == DEEPEST || (again && !shape.isObject())) {
            return shape.type().equals("array") ? JsonNodeFactory.instance.arrayNode() : Samples.object();
        }
        shape.references().forEach(above::push);
        JsonNode made = switch (shape.type()) {
            case "object" -> object(shape, depth, again);
            case "array" -> array(shape, depth);
            case "integer" -> integer(shape.keywords());
            case "number" -> number(shape.keywords());
            case "boolean" -> BooleanNode.TRUE;
            case "null" -> NullNode.getInstance();
            case "string" -> TextNode.valueOf(text(shape.keywords()));
            default ->
                shape.keywords().isEmpty() && !shape.required().isEmpty()
                        ? Samples.object()
                        : TextNode.valueOf("example");
        };
        shape.references().forEach(name -> above.pop());
        return made;
    }

    private boolean canBeNull(JsonNode schema) {
        JsonNode resolved = components.resolve(schema);
        return Stream.concat(
                        Stream.of(resolved),
                        Stream.of("anyOf", "oneOf")
                                .flatMap(ways ->
                                        resolved.path(ways).valueStream().map(components::resolve)))
                .map(each -> each.path("type"))
                .anyMatch(type -> type.asText().equals("null")
                        || type.valueStream().anyMatch(name -> name.asText().equals("null")));
    }

    private JsonNode said(JsonNode keywords) {
        return Stream.of(
                        keywords.path("const"),
                        style.told() ? keywords.path("examples").path(0) : MissingNode.getInstance(),
                        style.told() ? keywords.path("default") : MissingNode.getInstance(),
                        firstOf(keywords.path("enum")))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode firstOf(JsonNode values) {
        return values.valueStream().filter(value -> !value.isNull()).findFirst().orElse(values.path(0));
    }

    private ObjectNode object(Shape shape, int depth, boolean again) {
        ObjectNode made = Samples.object();
        shape.properties().forEach((name, schema) -> {
            boolean wanted = style.whole()
                    && !again
                    && depth < DEEPEST_OPTIONAL
                    && count < MOST_OPTIONAL
                    && !refersAbove(schema);
            if (shape.required().contains(name) || wanted) {
                made.set(name, of(schema, depth + 1));
            }
        });
        JsonNode more = shape.keywords().path("additionalProperties");
        shape.required().stream()
                .filter(name -> !made.has(name))
                .forEach(name -> made.set(name, more.isObject() ? of(more, depth + 1) : TextNode.valueOf("example")));
        int least = shape.keywords().path("minProperties").asInt();
        for (Map.Entry<String, JsonNode> member : shape.properties().entrySet()) {
            if (made.size() < least && !made.has(member.getKey()) && !refersAbove(member.getValue())) {
                made.set(member.getKey(), of(member.getValue(), depth + 1));
            }
        }
        for (int number = made.size() + 1; made.size() < least && number < DEEPEST + least; number++) {
            made.set("key" + number, more.isObject() ? of(more, depth + 1) : TextNode.valueOf("example"));
        }
        if (made.size() < least) {
            shape.properties().forEach((name, schema) -> made.set(name, of(schema, depth + 1)));
        }
        return made;
    }

    private boolean refersAbove(JsonNode schema) {
        return above.contains(schema.path("$ref").asText("-"))
                || above.contains(schema.path("items").path("$ref").asText("-"));
    }

    private ArrayNode array(Shape shape, int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        JsonNode keywords = shape.keywords();
        int least = keywords.path("minItems").asInt();
        int count = Math.min(
                Math.max(style.whole() || (style.filled() && depth <= DEEPEST_FILLED) ? 1 : 0, least),
                keywords.path("maxItems").asInt(Integer.MAX_VALUE));
        JsonNode choices = components.resolve(shape.items()).path("enum");
        for (int i = 0; i < Math.min(count, DEEPEST); i++) {
            list.add(i > 0 && i < choices.size() ? choices.get(i) : of(shape.items(), depth + 1));
        }
        return list;
    }

    private static JsonNode integer(JsonNode keywords) {
        return LongNode.valueOf(bounded(keywords, BigDecimal.ONE)
                .setScale(0, RoundingMode.CEILING)
                .longValue());
    }

    private static JsonNode number(JsonNode keywords) {
        return DecimalNode.valueOf(bounded(keywords, BigDecimal.TEN));
    }

    private static BigDecimal bounded(JsonNode keywords, BigDecimal usual) {
        BigDecimal value = usual;
        BigDecimal step = keywords.path("multipleOf").isNumber()
                ? keywords.path("multipleOf").decimalValue()
                : BigDecimal.ONE;
        if (keywords.path("minimum").isNumber()) {
            value = value.max(keywords.path("minimum").decimalValue());
        }
        if (keywords.path("exclusiveMinimum").isNumber()) {
            value = value.max(keywords.path("exclusiveMinimum").decimalValue().add(step));
        }
        if (keywords.path("maximum").isNumber()) {
            value = value.min(keywords.path("maximum").decimalValue());
        }
        if (keywords.path("exclusiveMaximum").isNumber()) {
            value = value.min(keywords.path("exclusiveMaximum").decimalValue().subtract(step));
        }
        return keywords.has("multipleOf") && step.signum() != 0
                ? value.divide(step, 0, RoundingMode.CEILING).multiply(step)
                : value;
    }

    private static String text(JsonNode keywords) {
        int shortest = keywords.path("minLength").asInt();
        int longest = keywords.path("maxLength").asInt(LONGEST);
        if (keywords.has("pattern")) {
            return PatternText.of(keywords.path("pattern").asText(), shortest, longest)
                    .orElse("example");
        }
        String known = FORMATS.get(keywords.path("format").asText());
        if (known != null) {
            return known;
        }
        String text = "example";
        while (text.length() < Math.min(shortest, LONGEST)) {
            text += text;
        }
        return text.length() > longest
                ? text.substring(0, longest)
                : text.length() > shortest && shortest > "example".length() ? text.substring(0, shortest) : text;
    }
}
