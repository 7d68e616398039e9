package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The calls that reach a sandbox from a moment on.
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
     * Checks that the call for which the test was run arrived, and that the sandbox decided it as expected.
     *
     * @param wanted the expected call in words
     * @param met whether a decision is the expected one
     * @param differences how a call differs from the arranged one
     * @throws AssertionError if no such call arrived; its message says what happened instead
     */
    public void require(String wanted, Predicate<Decision> met, Function<Exchange, List<String>> differences) {
        List<Exchange> calls = calls();
        List<Exchange> answered =
                calls.stream().filter(call -> met.test(call.decision())).toList();
        List<Exchange> meant = answered.stream()
                .filter(call -> differences.apply(call).isEmpty())
                .toList();
        meant.forEach(bank.journal()::expect);
        if (meant.isEmpty()) {
            throw new AssertionError("The test passed, but the expected call did not arrive: " + wanted + ". "
                    + (calls.isEmpty()
                            ? "No call reached the sandbox"
                            : "Instead:"
                                    + told(
                                            calls,
                                            call -> answered.contains(call) ? differences.apply(call) : List.of())));
        }
    }

    private static String told(List<Exchange> calls, Function<Exchange, List<String>> differences) {
        int more = calls.size() - MOST_SHOWN;
        return calls.stream()
                        .limit(MOST_SHOWN)
                        .map(call -> "\n" + call.describe()
                                + differences.apply(call).stream()
                                        .map(difference -> "\n   not the arranged call: " + difference)
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining())
                + (more > 0 ? "\nand " + more + " more" : "");
    }
}
