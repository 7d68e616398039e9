package dev.sandbank.internal.gate;

import dev.sandbank.Decision;
import dev.sandbank.internal.model.operation.GateName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gates in the order in which they are asked: the first refusal is the answer.
 *
 * @param <C> the type of call
 * @param inOrder the gates
 * @param settled whether a call skips the remaining gates
 */
public record Gates<C>(List<Named<C>> inOrder, Predicate<C> settled) {

    /** A gate and its name in the journal. */
    public record Named<C>(String name, Gate<C> gate) {}

    public Gates {
        inOrder = List.copyOf(inOrder);
    }

    public static <C> Gates<C> none() {
        return new Gates<>(List.of(), call -> false);
    }

    public Gates<C> then(GateName name, Gate<C> gate) {
        return then(name.word(), gate);
    }

    public Gates<C> then(String name, Gate<C> gate) {
        List<Named<C>> longer = new ArrayList<>(inOrder);
        longer.add(new Named<>(name, gate));
        return new Gates<>(longer, settled);
    }

    /** Returns the gates with a condition under which a call skips the rest. */
    public Gates<C> until(Predicate<C> enough) {
        return new Gates<>(inOrder, enough);
    }

    /** Leads a call through the gates until one refuses it. */
    public PipelineResult<C> admit(C call) {
        List<Decision.Gate> steps = new ArrayList<>(inOrder.size());
        Verdict<C> verdict = Verdict.pass(call, "");
        C reached = call;
        for (Named<C> next : inOrder) {
            verdict = verdict.then(next.gate());
            Decision.Verdict said = verdict.passed() ? Decision.Verdict.PASSED : Decision.Verdict.REFUSED;
            steps.add(new Decision.Gate(next.name(), said, verdict.saw()));
            if (!verdict.passed()) {
                break;
            }
            C before = reached;
            reached = verdict.fold(after -> after, refusal -> before);
            if (settled.test(reached)) {
                break;
            }
        }
        return new PipelineResult<>(verdict, steps, reached);
    }
}
