package dev.sandbank.internal.model.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that refuses a call if its condition does not hold.
 *
 * @param when the rule applies only if all of these hold
 * @param must the condition
 * @param refuse the phrase of the refusal, or a template for its key
 * @param before the gate before which it is asked, {@code input}, or null for its usual place
 */
public record Rule(
        List<Condition> when,
        Condition must,
        String refuse,
        @Nullable String before) {

    public Rule {
        when = Defaults.orEmpty(when);
    }

    /** Whether it is asked before the content is read. */
    public boolean isEarly() {
        return before != null;
    }
}
