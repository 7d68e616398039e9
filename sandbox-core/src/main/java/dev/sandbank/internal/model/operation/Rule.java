package dev.sandbank.internal.model.operation;

import java.util.List;

/**
 * What must hold of a call, or it is refused.
 *
 * @param when the rule counts only if all of these hold
 * @param must what must hold
 * @param refuse the phrase of the refusal, or a template for its key
 */
public record Rule(List<Condition> when, Condition must, String refuse) {

    public Rule {
        when = Defaults.orEmpty(when);
    }
}
