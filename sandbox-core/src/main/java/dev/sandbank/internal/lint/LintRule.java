package dev.sandbank.internal.lint;

import dev.sandbank.Finding.Severity;
import java.util.List;
import java.util.function.Function;

/**
 * One kind of mistake.
 *
 * @param id its name for ever
 * @param severity how bad it is
 * @param advice what to do about it
 * @param source the section of the standard that says so
 * @param mistakes finds the mistakes in the calls of one client
 */
record LintRule(
        String id, Severity severity, String advice, String source, Function<ClientCalls, List<Mistake>> mistakes) {

    /**
     * One mistake.
     *
     * @param calls the numbers of the calls that show it
     * @param what what happened
     */
    record Mistake(List<Long> calls, String what) {}
}
