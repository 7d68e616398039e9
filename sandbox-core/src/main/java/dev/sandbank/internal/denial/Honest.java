package dev.sandbank.internal.denial;

import dev.sandbank.internal.explain.Caller;
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

    private static final List<String> GATES = List.of(
            "token",
            "limit",
            "route",
            "scope",
            "for-whom",
            "subject",
            "blocked",
            "input",
            "resource",
            "entitlement",
            "rules");

    boolean allowed() {
        return refusedAt.isEmpty();
    }

    /** Whether this gate lets it on. */
    boolean passes(String gate) {
        return allowed() || GATES.indexOf(gate) < GATES.indexOf(refusedAt);
    }

    /** Whether it comes as far as this gate. */
    boolean reaches(String gate) {
        return passes(gate) || gate.equals(refusedAt);
    }

    /** How far it comes, to be compared. */
    int way() {
        return way(refusedAt);
    }

    static int way(String refusedAt) {
        return refusedAt.isEmpty() ? GATES.size() : GATES.indexOf(refusedAt);
    }
}
