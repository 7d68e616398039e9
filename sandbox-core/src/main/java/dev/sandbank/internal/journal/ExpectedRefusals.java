package dev.sandbank.internal.journal;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Exchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The refusals that a test expects or has looked at. */
public final class ExpectedRefusals {

    private final Set<Long> numbers = new HashSet<>();

    public synchronized void add(Exchange refused) {
        numbers.add(refused.number());
    }

    /** Whether a test expects a refusal, or has looked at it. */
    public synchronized boolean contains(Exchange refused) {
        return numbers.contains(refused.number());
    }

    public synchronized void clear() {
        numbers.clear();
    }

    /** Returns the refused calls that no fault caused and no test expected. */
    public synchronized List<Exchange> others(List<Exchange> calls) {
        return calls.stream()
                .filter(call -> !call.decision().allowed() && !isFault(call))
                .filter(call -> !numbers.contains(call.number()))
                .toList();
    }

    /** Whether a fault refused the call; a test that sets a fault expects its refusals. */
    private static boolean isFault(Exchange call) {
        List<Gate> gates = call.decision().gates();
        return !gates.isEmpty() && gates.get(gates.size() - 1).name().equals("fault");
    }
}
