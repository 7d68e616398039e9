package dev.sandbank.internal.denial;

import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.model.GateName;
import java.util.List;

/**
 * A call of an operation with nothing wrong about it, as far as there is one under a fixture.
 *
 * @param caller who calls
 * @param sketch what is asked
 * @param refusedAt the gate that refuses it all the same; empty if it is allowed
 * @param outcome what is answered; without a reason if it is allowed
 */
record Honest(Caller caller, Sketch sketch, String refusedAt, Expected outcome) {

    boolean allowed() {
        return refusedAt.isEmpty();
    }

    /** Whether this gate lets it on. */
    boolean passes(GateName gate) {
        return way(gate.word()) < way();
    }

    /** Whether it comes as far as this gate. */
    boolean reaches(GateName gate) {
        return passes(gate) || gate.word().equals(refusedAt);
    }

    /** How far it comes, to be compared. */
    int way() {
        return way(refusedAt);
    }

    static int way(String refusedAt) {
        List<String> gates = GateName.words();
        return refusedAt.isEmpty() ? gates.size() : gates.indexOf(refusedAt);
    }
}
