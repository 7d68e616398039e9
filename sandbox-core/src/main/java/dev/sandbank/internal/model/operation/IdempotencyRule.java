package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.Parameter.Style;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls of an operation show that they repeat one call.
 *
 * @param header the header field with the key, or null
 * @param body the JSON Pointer to the key in the content, or null
 * @param required whether a call without a key is refused
 * @param life how long a key is remembered, in ISO 8601; by default a day
 * @param conflict the phrase for a key that was used for another request
 * @param missing the phrase for a required key that is absent, or null for that of invalid input
 */
public record IdempotencyRule(
        @Nullable String header,
        @Nullable String body,
        boolean required,
        String life,
        String conflict,
        @Nullable String missing) {

    /** How many characters a key may have. */
    public static final int LONGEST_KEY = 255;

    public IdempotencyRule {
        life = life == null ? "P1D" : life;
    }

    /**
     * Returns the header field as a parameter; it is optional if its absence has a phrase of its own, which is checked
     * later.
     */
    Parameter parameter() {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        text.put("type", "string").put("minLength", 1).put("maxLength", LONGEST_KEY);
        return new Parameter(name(), "header", required && missing == null, false, Style.SIMPLE, false, text);
    }

    public Duration lifetime() {
        return Duration.parse(life);
    }

    /** Returns the name of the key for callers. */
    public String name() {
        return header == null ? String.valueOf(body) : header;
    }
}
