package dev.sandbank.junit;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The calls that a sandbox answers from a moment on.
 *
 * @param bank the sandbox
 * @param last the number of the last call before
 */
record Seen(Sandbank bank, long last) {

    private static final int MOST_SHOWN = 5;

    static Seen from(Sandbank bank) {
        List<Exchange> before = bank.journal().calls();
        return new Seen(
                bank, before.isEmpty() ? 0 : before.get(before.size() - 1).number());
    }

    private List<Exchange> calls() {
        return bank.journal().calls().stream()
                .filter(call -> call.number() > last)
                .toList();
    }

    /**
     * That an operation was refused at a gate for a reason.
     *
     * @throws AssertionError if it was not; its message tells what happened instead
     */
    void require(String operation, String gate, String reason) {
        List<Exchange> calls = calls();
        if (calls.stream().map(Exchange::decision).noneMatch(one -> isRefused(one, operation, gate, reason))) {
            throw new AssertionError("The test passed, but it did not meet what it was run for: " + operation
                    + " refused at " + gate + " for " + reason + ". "
                    + (calls.isEmpty() ? "No call reached the sandbox" : "Instead:" + told(calls)));
        }
    }

    private static boolean isRefused(Decision decision, String operation, String gate, String reason) {
        return decision.operation().equals(operation)
                && decision.refusal().equals(reason)
                && decision.gates().get(decision.gates().size() - 1).name().equals(gate);
    }

    private static String told(List<Exchange> calls) {
        int more = calls.size() - MOST_SHOWN;
        return calls.stream()
                        .limit(MOST_SHOWN)
                        .map(call -> "\n" + call.describe())
                        .collect(Collectors.joining())
                + (more > 0 ? "\nand " + more + " more" : "");
    }
}
