package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.Parameter.Style;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls of an operation say that they are one call, made again.
 *
 * @param header the header field with the key, or null
 * @param body where in the content the key is, as a JSON Pointer, or null
 * @param required whether a call without a key is refused
 * @param life how long a key is remembered, in ISO 8601; by default a day
 * @param conflict the phrase for a key that was used for another request
 * @param missing the phrase for a key that is required and not there, or null for that of input that is not as declared
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

    /** The header field as any other; where its absence has a phrase of its own, that is told later. */
    Parameter parameter() {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        text.put("type", "string").put("minLength", 1).put("maxLength", LONGEST_KEY);
        return new Parameter(name(), "header", required && missing == null, false, Style.SIMPLE, false, text);
    }

    public Duration lifetime() {
        return Duration.parse(life);
    }

    /** What callers call the key. */
    public String name() {
        return header == null ? String.valueOf(body) : header;
    }
}
