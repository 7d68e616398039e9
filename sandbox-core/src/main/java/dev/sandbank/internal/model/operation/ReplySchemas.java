package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * The replies that a bank's description allows.
 *
 * @param operations JSON Schemas by operation, then by status: a number, a range such as {@code 2XX}, or {@code
 * default}; a missing node stands for a reply without content
 * @param components the schemas they refer to
 */
public record ReplySchemas(Map<String, Map<String, JsonNode>> operations, Components components) {

    /** Returns the schema of a reply; empty if there is none. */
    public Optional<JsonNode> of(String operation, int status) {
        Map<String, JsonNode> known = operations.getOrDefault(operation, Map.of());
        return Optional.ofNullable(known.get(String.valueOf(status)))
                .or(() -> Optional.ofNullable(known.get(status / 100 + "XX")))
                .or(() -> Optional.ofNullable(known.get("default")));
    }
}
