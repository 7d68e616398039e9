package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a call, or it is refused.
 *
 * @param when the rule counts only where all of these hold
 * @param fact see {@link Condition}
 * @param is see {@link Condition}
 * @param isNot see {@link Condition}
 * @param oneOf see {@link Condition}
 * @param from see {@link Condition}
 * @param to see {@link Condition}
 * @param contains see {@link Condition}
 * @param present see {@link Condition}
 * @param refuse the phrase of the refusal
 */
public record Rule(
        List<Condition> when,
        String fact,
        @Nullable JsonNode is,
        @Nullable JsonNode isNot,
        @Nullable JsonNode oneOf,
        @Nullable JsonNode from,
        @Nullable JsonNode to,
        @Nullable JsonNode contains,
        @Nullable Boolean present,
        String refuse) {

    public Rule {
        when = Defaults.orEmpty(when);
    }

    public Condition condition() {
        return new Condition(fact, is, isNot, oneOf, from, to, contains, present);
    }
}
