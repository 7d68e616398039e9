package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ApiDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What OpenAPI 3.1 asks of a document: the shape of its objects, as far as we use them, by a schema of ours that takes
 * nothing else; schemas by the schema of JSON Schema itself; operation ids that are unique.
 */
record OpenApiRules(ApiDescription description) {

    List<String> violations() {
        List<String> all = new ArrayList<>();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        registry.getSchema(read("openapi-3.1.schema.json"))
                .validate(description.document())
                .forEach(error -> all.add(error.toString()));
        String metaSchema = "{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}";
        schemas(description.document(), "")
                .forEach((where, schema) -> registry.getSchema(Answer.parse(metaSchema))
                        .validate(schema)
                        .forEach(error -> all.add(where + ": " + error)));
        repeatedIds().forEach(id -> all.add("two operations are called " + id));
        return all;
    }

    private List<String> repeatedIds() {
        List<String> ids = description.operations().stream()
                .map(operation -> operation.described().path("operationId").asText())
                .toList();
        return ids.stream().filter(id -> ids.indexOf(id) != ids.lastIndexOf(id)).toList();
    }

    /** Whatever is called {@code schema}, and the schemas among the components. */
    private static Map<String, JsonNode> schemas(JsonNode node, String where) {
        Map<String, JsonNode> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String here = where + "/" + member.getKey();
            if (member.getKey().equals("schema") || where.equals("/components/schemas")) {
                found.put(here, member.getValue());
            } else {
                found.putAll(schemas(member.getValue(), here));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.putAll(schemas(node.get(i), where + "/" + i));
        }
        return found;
    }

    private static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(OpenApiRules.class.getResourceAsStream(name))) {
            return Answer.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
