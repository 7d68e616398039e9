package dev.sandbank.internal.lint;

import dev.sandbank.Change;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of one client in one test, oldest first, or in the whole journal if no test runs.
 *
 * <p>Receivers of webhooks are clients without calls.
 *
 * <p>A call that belongs to several tests at once stands alone: nobody knows which calls it follows.
 *
 * @param id the client's id, or empty for calls that name none
 * @param calls its calls
 * @param changes what the tests changed in the sandbox, oldest first
 * @param bank the bank
 */
record ClientCalls(String id, List<Exchange> calls, List<Change> changes, KnownBank bank) {

    private record Key(String client, List<String> tests, long number) {

        static Key of(Exchange call) {
            long alone = call.tests().size() > 1 ? call.number() : 0;
            return new Key(call.decision().client(), call.tests(), alone);
        }
    }

    /** Divides calls, which are in the order of their numbers, by client and test. */
    static List<ClientCalls> of(List<Exchange> calls, List<Change> changes, KnownBank bank) {
        Map<Key, List<Exchange>> byClient = new LinkedHashMap<>();
        calls.forEach(call ->
                byClient.computeIfAbsent(Key.of(call), key -> new ArrayList<>()).add(call));
        List<ClientCalls> all = new ArrayList<>();
        byClient.forEach((key, own) -> all.add(new ClientCalls(key.client(), own, changes, bank)));
        UnverifiedWebhooks.receivers(changes)
                .forEach(receiver -> all.add(new ClientCalls(receiver, List.of(), changes, bank)));
        return all;
    }

    /** Whether a test changed the sandbox between two calls. */
    boolean isChangedBetween(Exchange earlier, Exchange later) {
        int from = 0;
        int to = changes.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (changes.get(middle).afterCall() < earlier.number()) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < changes.size() && changes.get(from).afterCall() < later.number();
    }

    /** Whether a call is to the guarded API and passed the gate that looks at tokens. */
    boolean isWithGoodToken(Exchange call) {
        return isGuarded(call)
                && call.decision().gates().stream()
                        .anyMatch(gate -> gate.name().equals("token") && gate.verdict() == Verdict.PASSED);
    }

    boolean isGuarded(Exchange call) {
        return bank.operation(call.decision().operation()).isPresent();
    }

    /** Whether a call got a token. */
    boolean isIssue(Exchange call) {
        return isTo("token", call) && call.decision().allowed();
    }

    boolean isTo(String endpoint, Exchange call) {
        return call.decision().operation().equals(endpoint) && !isGuarded(call);
    }
}
