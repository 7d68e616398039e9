package dev.sandbank.internal.gate;

import dev.sandbank.Decision;
import dev.sandbank.internal.model.operation.GateName;
import java.util.ArrayList;
import java.util.List;

/**
 * Gates in the order in which they are asked: the first refusal is the answer.
 *
 * @param <C> what a call is
 * @param inOrder the gates
 */
public record Gates<C>(List<Named<C>> inOrder) {

    /** A gate and the name under which the journal knows it. */
    public record Named<C>(String name, Gate<C> gate) {}

    public Gates {
        inOrder = List.copyOf(inOrder);
    }

    public static <C> Gates<C> none() {
        return new Gates<>(List.of());
    }

    public Gates<C> then(GateName name, Gate<C> gate) {
        return then(name.word(), gate);
    }

    public Gates<C> then(String name, Gate<C> gate) {
        List<Named<C>> longer = new ArrayList<>(inOrder);
        longer.add(new Named<>(name, gate));
        return new Gates<>(longer);
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
        }
        return new PipelineResult<>(verdict, steps, reached);
    }
}
