package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One request parameter that an operation reads.
 *
 * @param name its name
 * @param in {@code path}, {@code query} or {@code header}
 * @param required whether its absence is an error
 * @param combine whether header fields of its name are one value, joined by commas (RFC 9110 §5.3), and not one too many
 * @param list the separator of its elements if it is a list, else null
 * @param schema a JSON Schema for its value, with the default if it has one
 */
public record Parameter(
        String name,
        String in,
        boolean required,
        boolean combine,
        @Nullable String list,
        JsonNode schema) {}
