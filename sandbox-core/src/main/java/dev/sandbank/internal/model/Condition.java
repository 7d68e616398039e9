package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What one fact must be like: there, equal to a value or not, one of several, within a range, or a list with a certain
 * element.
 *
 * <p>Whatever is given must hold; the values are templates. A fact that is not there fits no condition, and neither does
 * a value that is not there.
 *
 * @param fact the fact's name, such as {@code payment.status}
 * @param is the value that it must equal
 * @param isNot a value that it must not equal
 * @param oneOf the values of which it must be one
 * @param from the least that it may be
 * @param to the most that it may be
 * @param contains an element that it must have
 * @param present whether it must be there, or must not; null if that is not the question
 */
public record Condition(
        String fact,
        @Nullable JsonNode is,
        @Nullable JsonNode isNot,
        @Nullable JsonNode oneOf,
        @Nullable JsonNode from,
        @Nullable JsonNode to,
        @Nullable JsonNode contains,
        @Nullable Boolean present) {

    /** That a fact equals a value. */
    public static Condition equal(String fact, JsonNode value) {
        return new Condition(fact, value, null, null, null, null, null, null);
    }
}
