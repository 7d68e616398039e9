package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What the operations of a bank share.
 *
 * @param schemas JSON Schemas, by the names under which others refer to them
 */
public record Components(Map<String, JsonNode> schemas) {

    /** What a reference to one of the schemas begins with. */
    public static final String SCHEMAS = "#/components/schemas/";

    public static final Components NONE = new Components(Map.of());

    private static final int LONGEST_CHAIN = 16;

    public Components {
        schemas = Defaults.orEmpty(schemas);
    }

    /** A schema, or what it refers to if it says nothing itself. */
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

    /** A member of an object's schema. */
    public JsonNode property(JsonNode schema, String name) {
        return resolve(resolve(schema).path("properties").path(name));
    }

    /** The schema with all that it may refer to, as a document of its own. */
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
