package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Step;
import java.util.List;

/**
 * How far a call came.
 *
 * @param <C> what a call is
 * @param verdict what the last gate asked said
 * @param steps every gate that was asked, in order
 * @param reached the call as the last passing gate left it
 */
public record Passage<C>(Verdict<C> verdict, List<Step> steps, C reached) {

    public Passage {
        steps = List.copyOf(steps);
    }
}
