package dev.sandbank.internal.journal;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Exchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The refusals that somebody expects or has looked at. */
public final class ExpectedRefusals {

    private final Set<Long> numbers = new HashSet<>();

    public synchronized void add(Exchange refused) {
        numbers.add(refused.number());
    }

    public synchronized void clear() {
        numbers.clear();
    }

    /** Those of some calls that were refused, but by no fault, and that nobody expected. */
    public synchronized List<Exchange> others(List<Exchange> calls) {
        return calls.stream()
                .filter(call -> !call.decision().allowed() && !isFault(call))
                .filter(call -> !numbers.contains(call.number()))
                .toList();
    }

    /** Whoever set it, expects it. */
    private static boolean isFault(Exchange call) {
        List<Gate> gates = call.decision().gates();
        return !gates.isEmpty() && gates.get(gates.size() - 1).name().equals("fault");
    }
}
