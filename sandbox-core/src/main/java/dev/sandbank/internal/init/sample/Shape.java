package dev.sandbank.internal.init.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.Components;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a JSON Schema says of its values, seen as one schema: references are followed, parts that all must hold are
 * merged, and of alternatives one counts.
 *
 * @param keywords the keywords other than {@code properties} and {@code required}
 * @param properties the schemas of members
 * @param required the members that must be there
 * @param references the shared schemas that it was made of
 */
public record Shape(
        ObjectNode keywords, Map<String, JsonNode> properties, Set<String> required, Set<String> references) {

    private static final int DEEPEST = 12;

    /**
     * Sees a schema as one.
     *
     * @param alternative which one of {@code oneOf} and {@code anyOf} counts, from 0
     */
    public static Shape of(Components components, JsonNode schema, int alternative) {
        Shape shape = new Shape(
                JsonNodeFactory.instance.objectNode(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
        shape.add(components, schema, alternative, 0);
        return shape;
    }

    public static Shape of(Components components, JsonNode schema) {
        return of(components, schema, 0);
    }

    private void add(Components components, JsonNode written, int alternative, int depth) {
        if (depth == DEEPEST) {
            return;
        }
        JsonNode schema = components.resolve(written);
        if (written.has("$ref")) {
            references.add(written.path("$ref").asText());
        }
        schema.properties().forEach(keyword -> {
            switch (keyword.getKey()) {
                case "properties" ->
                    keyword.getValue().properties().forEach(member -> property(member.getKey(), member.getValue()));
                case "required" -> keyword.getValue().forEach(name -> required.add(name.asText()));
                case "allOf" -> keyword.getValue().forEach(part -> add(components, part, alternative, depth + 1));
                case "oneOf", "anyOf" ->
                    add(components, chosen(components, keyword.getValue(), alternative), alternative, depth + 1);
                case "$ref" -> {}
                default -> keep(keyword.getKey(), keyword.getValue());
            }
        });
        if (written.has("$ref")) {
            written.properties().stream()
                    .filter(keyword -> !keyword.getKey().equals("$ref"))
                    .forEach(keyword -> keep(keyword.getKey(), keyword.getValue()));
        }
    }

    /** Adds what a schema says of a member; if another part says something of it already, both hold. */
    private void property(String name, JsonNode schema) {
        JsonNode known = properties.putIfAbsent(name, schema);
        if (known != null && !known.equals(schema)) {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.putArray("allOf").add(known).add(schema);
            properties.put(name, both);
        }
    }

    private void keep(String keyword, JsonNode value) {
        boolean closed = keyword.equals("additionalProperties") && keywords.has(keyword);
        if (!closed) {
            keywords.set(keyword, value);
        }
    }

    /** Returns an alternative that is not null alone. */
    private static JsonNode chosen(Components components, JsonNode alternatives, int which) {
        var usable = alternatives
                .valueStream()
                .filter(each -> !components.resolve(each).path("type").asText().equals("null"))
                .toList();
        return usable.isEmpty() ? MissingNode.getInstance() : usable.get(Math.min(which, usable.size() - 1));
    }

    /** Returns its type: the first that is not null, or the one that its keywords are about; empty for any. */
    public String type() {
        JsonNode type = keywords.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asText)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        if (type.isTextual()) {
            return type.textValue();
        }
        if (!properties.isEmpty() || keywords.path("additionalProperties").isObject()) {
            return "object";
        }
        if (keywords.has("items")) {
            return "array";
        }
        if (keywords.has("pattern")
                || keywords.has("format")
                || keywords.has("minLength")
                || keywords.has("maxLength")) {
            return "string";
        }
        return keywords.has("minimum") || keywords.has("maximum") ? "number" : "";
    }

    public boolean isObject() {
        return type().equals("object");
    }

    /** Whether its values may be null. */
    public boolean isNullable() {
        return keywords.path("type")
                .valueStream()
                .anyMatch(name -> name.asText().equals("null"));
    }

    public JsonNode property(String name) {
        return properties.getOrDefault(name, MissingNode.getInstance());
    }

    public JsonNode items() {
        return keywords.path("items");
    }
}
