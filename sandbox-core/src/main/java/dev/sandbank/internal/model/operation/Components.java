package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The schemas that the operations of a bank share.
 *
 * @param schemas JSON Schemas, by the names under which others refer to them
 */
public record Components(Map<String, JsonNode> schemas) {

    /** The prefix of a reference to one of the schemas. */
    public static final String SCHEMAS = "#/components/schemas/";

    public static final Components NONE = new Components(Map.of());

    private static final int LONGEST_CHAIN = 16;
    private static final List<String> COMPOSED = List.of("allOf", "anyOf", "oneOf");
    private static final int DEEPEST_PART = 4;
    private static final int MOST_PARTS = 100;

    public Components {
        schemas = Defaults.orEmpty(schemas);
    }

    /** Returns a schema, or the shared schema that it refers to. */
    public JsonNode resolve(JsonNode schema) {
        JsonNode here = schema;
        for (int length = 0; length < LONGEST_CHAIN && refersToOne(here); length++) {
            String name = here.path("$ref").asText().substring(SCHEMAS.length());
            here = schemas.getOrDefault(name, JsonNodeFactory.instance.missingNode());
        }
        return here;
    }

    private static boolean refersToOne(JsonNode schema) {
        return schema.path("$ref").asText().startsWith(SCHEMAS);
    }

    /** Returns the schema of a member, from whichever part of an object's schema declares it. */
    public JsonNode property(JsonNode schema, String name) {
        return Stream.concat(
                        parts(schema).map(part -> part.path("properties").path(name)),
                        parts(schema).map(part -> part.path("additionalProperties")))
                .filter(member -> !member.isMissingNode())
                .findFirst()
                .map(this::resolve)
                .orElse(MissingNode.getInstance());
    }

    /** Whether an object's schema describes a member of this name, or describes none, or says that there may be others. */
    public boolean mayHave(JsonNode schema, String name) {
        return parts(schema)
                        .anyMatch(part -> part.path("properties").has(name)
                                || part.has("patternProperties")
                                || part.path("additionalProperties").isObject()
                                || part.path("additionalProperties").asBoolean())
                || parts(schema).noneMatch(part -> part.has("properties"));
    }

    /** Returns a schema and the parts that it is composed of, with references followed. */
    public Stream<JsonNode> parts(JsonNode schema) {
        return parts(schema, DEEPEST_PART).limit(MOST_PARTS);
    }

    private Stream<JsonNode> parts(JsonNode schema, int depth) {
        JsonNode here = resolve(schema);
        return Stream.concat(
                Stream.of(here),
                COMPOSED.stream()
                        .filter(member -> depth > 0)
                        .flatMap(member -> here.path(member).valueStream())
                        .flatMap(part -> parts(part, depth - 1)));
    }

    /** Returns the schema with everything it may refer to, as a self-contained document. */
    public JsonNode whole(JsonNode schema) {
        if (schemas.isEmpty() || !schema.isObject()) {
            return schema;
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.setAll((ObjectNode) schema);
        ObjectNode all = document.putObject("components").putObject("schemas");
        schemas.forEach(all::set);
        return document;
    }
}
