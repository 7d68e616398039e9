package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OpenAPI description of the control API.
 *
 * @param document all of it
 */
public record ApiDescription(JsonNode document) {

    public static final String BASE = "/_sandbank/api";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();
    private static final ApiDescription ONCE = readOnce();

    /**
     * One operation as it is described.
     *
     * @param method the HTTP method
     * @param path the path below the base, empty for the base itself
     * @param described what is said about it
     */
    public record Described(String method, String path, JsonNode described) {

        /** Whether a raw target, with or without a query, is one of its. */
        boolean isAt(String target) {
            String pattern = path.replaceAll("\\{[^}]*}", "[^/]+").replace(".", "\\.");
            return target.split("\\?", 2)[0].matches(pattern);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static ApiDescription read() {
        return ONCE;
    }

    private static ApiDescription readOnce() {
        try (InputStream in =
                ApiDescription.class.getResourceAsStream("/dev/sandbank/internal/control/api/openapi.json")) {
            return new ApiDescription(
                    Answer.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Described> operations() {
        List<Described> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                assertThat(METHODS).contains(method.getKey());
                String name = path.getKey().equals("/") ? "" : path.getKey();
                all.add(new Described(method.getKey().toUpperCase(Locale.ROOT), name, method.getValue()));
            }
        }
        return all;
    }

    /** What a reference within the document leads to; anything else is itself. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with a value by one of the document's schemas. */
    public List<String> violations(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("$defs", document.at("/components/schemas"));
        String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return COMPILED.computeIfAbsent(text, known -> REGISTRY.getSchema(Answer.parse(known))).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** An answer is one that the description tells of, if the request was for one of its operations. */
    void check(String method, String target, ControlAnswer answer) {
        find(method, target)
                .map(operation ->
                        resolved(operation.described().path("responses").path(String.valueOf(answer.status()))))
                .ifPresent(response -> check(response, answer));
    }

    private Optional<Described> find(String method, String target) {
        return operations().stream()
                .filter(one -> one.method().equals(method) && one.isAt(target))
                .findFirst();
    }

    private void check(JsonNode response, ControlAnswer answer) {
        assertThat(response.isMissingNode())
                .as("status %s is not described: %s", answer.status(), answer.body())
                .isFalse();
        if (!response.has("content")) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.header("content-type").orElse("").split(";", 2)[0];
        JsonNode content = response.get("content").path(type);
        assertThat(content.isMissingNode()).as(type).isFalse();
        if (type.endsWith("json")) {
            assertThat(violations(content.path("schema"), answer.json()))
                    .as(answer.body())
                    .isEmpty();
        }
    }
}
