package dev.sandbank.internal.gate;

import dev.sandbank.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How far a call came.
 *
 * @param <C> the type of call
 * @param verdict the last gate's verdict
 * @param steps every gate that was asked, in order
 * @param reached the call as the last passing gate left it
 */
public record PipelineResult<C>(Verdict<C> verdict, List<Decision.Gate> steps, C reached) {

    public PipelineResult {
        steps = List.copyOf(steps);
    }

    /** Continues with further gates, which may depend on the findings so far. */
    public PipelineResult<C> then(Function<C, Gates<C>> further) {
        return verdict.fold(
                call -> {
                    PipelineResult<C> rest = further.apply(call).admit(call);
                    List<Decision.Gate> all = new ArrayList<>(steps);
                    all.addAll(rest.steps());
                    return new PipelineResult<>(rest.verdict(), all, rest.reached());
                },
                refusal -> this);
    }
}
