package dev.sandbank.internal.lint;

import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.Finding;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Applies all rules to calls of one bank. */
public final class Linter {

    private final KnownBank bank;

    public Linter(Dialect dialect) {
        this.bank = new KnownBank(dialect);
    }

    /**
     * Returns what clients did wrong, the worst first, one finding for each rule and client.
     *
     * <p>If the test expected every refusal that shows a mistake, it made the mistake on purpose.
     *
     * @param calls in the order of their numbers
     * @param changes what tests changed meanwhile, in their order
     * @param expected whether a test expected a refused call
     */
    public List<Finding> findings(List<Exchange> calls, List<Change> changes, Predicate<Exchange> expected) {
        Map<Long, Exchange> byNumber = new HashMap<>();
        calls.forEach(call -> byNumber.put(call.number(), call));
        List<ClientCalls> clients = ClientCalls.of(calls, meanwhile(calls, changes), bank);
        List<Finding> findings = new ArrayList<>();
        for (LintRule rule : Rules.ALL) {
            Map<String, List<Mistake>> byClient = new LinkedHashMap<>();
            for (ClientCalls client : clients) {
                rule.mistakes().apply(client).stream()
                        .filter(mistake -> !isOnPurpose(mistake, byNumber, expected))
                        .forEach(mistake -> byClient.computeIfAbsent(client.id(), id -> new ArrayList<>())
                                .add(mistake));
            }
            byClient.forEach((client, mistakes) -> findings.add(finding(rule, client, mistakes)));
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(findings);
    }

    /** Returns the changes since the first of the calls, if others came before it: those were by other tests. */
    private static List<Change> meanwhile(List<Exchange> calls, List<Change> changes) {
        long first = calls.isEmpty() ? 1 : calls.get(0).number();
        return first == 1
                ? changes
                : changes.stream().filter(change -> change.afterCall() >= first).toList();
    }

    private static boolean isOnPurpose(Mistake mistake, Map<Long, Exchange> byNumber, Predicate<Exchange> expected) {
        List<Exchange> refused = mistake.calls().stream()
                .map(byNumber::get)
                .filter(Objects::nonNull)
                .filter(call -> !call.decision().allowed())
                .toList();
        return !refused.isEmpty() && refused.stream().allMatch(expected);
    }

    private static Finding finding(LintRule rule, String client, List<Mistake> mistakes) {
        TreeSet<Long> calls = new TreeSet<>();
        mistakes.forEach(mistake -> calls.addAll(mistake.calls()));
        String more = mistakes.size() == 1 ? "" : "; so " + mistakes.size() + " times";
        return new Finding(
                rule.id(),
                rule.severity(),
                client,
                List.copyOf(calls),
                mistakes.get(0).what() + more,
                rule.advice(),
                rule.source());
    }
}
