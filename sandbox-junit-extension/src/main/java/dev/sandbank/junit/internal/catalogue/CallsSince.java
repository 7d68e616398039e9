package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The calls that a sandbox answers from a moment on.
 *
 * @param bank the sandbox
 * @param last the number of the last call before
 */
public record CallsSince(Sandbank bank, long last) {

    private static final int MOST_SHOWN = 5;

    public static CallsSince from(Sandbank bank) {
        List<Exchange> before = bank.journal().calls();
        return new CallsSince(
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
    public void require(String operation, String gate, String reason) {
        require(
                operation + " refused at " + gate + " for " + reason,
                one -> isAnswered(one, operation, reason)
                        && one.gates().get(one.gates().size() - 1).name().equals(gate));
    }

    /**
     * That an operation or endpoint was refused for a reason, or allowed if that is empty.
     *
     * @throws AssertionError if it was not; its message tells what happened instead
     */
    public void requireEnd(String operation, String reason) {
        String how = reason.isEmpty() ? " allowed" : " refused for " + reason;
        require(operation + how, one -> isAnswered(one, operation, reason));
    }

    /**
     * That anything was refused for a reason.
     *
     * @throws AssertionError if nothing was; its message tells what happened instead
     */
    public void require(String reason) {
        require("a call refused for " + reason, one -> one.refusedFor(reason));
    }

    private void require(String wanted, Predicate<Decision> met) {
        List<Exchange> calls = calls();
        if (calls.stream().map(Exchange::decision).noneMatch(met)) {
            throw new AssertionError("The test passed, but it did not meet what it was run for: " + wanted + ". "
                    + (calls.isEmpty() ? "No call reached the sandbox" : "Instead:" + told(calls)));
        }
    }

    private static boolean isAnswered(Decision decision, String operation, String reason) {
        return decision.operation().equals(operation) && decision.refusedFor(reason);
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
