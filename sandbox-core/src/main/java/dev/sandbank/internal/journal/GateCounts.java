package dev.sandbank.internal.journal;

import dev.sandbank.Decision;
import java.util.HashMap;
import java.util.Map;

/** How many calls of each operation each gate let pass, and how many it refused. Not safe for use by many threads. */
public final class GateCounts {

    private final Map<String, Map<String, Count>> counts = new HashMap<>();

    /** What one gate did with the calls of one operation. */
    public record Count(long passed, long refused) {

        public static final Count NONE = new Count(0, 0);

        public Count plus(Count more) {
            return new Count(passed + more.passed, refused + more.refused);
        }

        private Count plus(Decision.Verdict verdict) {
            return switch (verdict) {
                case PASSED -> new Count(passed + 1, refused);
                case REFUSED -> new Count(passed, refused + 1);
                case SPOILED -> this;
            };
        }
    }

    void add(Decision decision) {
        Map<String, Count> ofOperation = counts.computeIfAbsent(decision.operation(), id -> new HashMap<>());
        decision.gates()
                .forEach(gate -> ofOperation.compute(
                        gate.name(), (name, count) -> (count == null ? Count.NONE : count).plus(gate.verdict())));
    }

    /** Returns the same numbers, which then go on by themselves. */
    GateCounts copy() {
        GateCounts copy = new GateCounts();
        counts.forEach((operation, gates) -> copy.counts.put(operation, new HashMap<>(gates)));
        return copy;
    }

    void clear() {
        counts.clear();
    }

    public Count of(String operation, String gate) {
        return counts.getOrDefault(operation, Map.of()).getOrDefault(gate, Count.NONE);
    }
}
