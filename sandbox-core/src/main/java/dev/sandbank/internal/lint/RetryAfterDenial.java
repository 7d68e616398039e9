package dev.sandbank.internal.lint;

import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A client repeats a refused call unchanged, and nothing has changed that could let it pass: no new token, no other
 * write of the client, nothing that the test did. It counts only refusals that do not go away by themselves.
 */
final class RetryAfterDenial {

    private static final int LEAST = 3;

    /** Calls that are farther apart look whether somebody changed something. */
    private static final Duration POLL = Duration.ofSeconds(30);

    private static final Set<String> SETTLED =
            Set.of("route", "scope", "on-behalf-of", "subject", "blocked", "input", "entitlement");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ClientCalls client;
    private final Map<List<Object>, Run> runs = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int generation;

    /** Equal calls with nothing in between that matters. */
    private record Run(int generation, List<Exchange> calls) {

        Exchange last() {
            return calls.get(calls.size() - 1);
        }
    }

    private RetryAfterDenial(ClientCalls client) {
        this.client = client;
    }

    static List<Mistake> in(ClientCalls client) {
        RetryAfterDenial look = new RetryAfterDenial(client);
        client.calls().forEach(look::at);
        look.runs.values().forEach(look::end);
        return look.mistakes;
    }

    private void at(Exchange call) {
        if (isSettled(call)) {
            List<Object> same = List.of(
                    call.method(),
                    call.target(),
                    call.requestBody(),
                    call.decision().subject(),
                    call.decision().refusal());
            runs.merge(same, new Run(generation, new ArrayList<>(List.of(call))), this::next);
        } else if (call.decision().allowed() && !(client.isGuarded(call) && READING.contains(call.method()))) {
            generation++;
        }
    }

    /** Whether the refusal lasts until somebody changes something. */
    private boolean isSettled(Exchange call) {
        if (call.decision().allowed() || call.decision().gates().isEmpty()) {
            return false;
        }
        String gate =
                call.decision().gates().get(call.decision().gates().size() - 1).name();
        return client.isGuarded(call) ? SETTLED.contains(gate) : client.isTo("token", call) && !gate.equals("fault");
    }

    private Run next(Run before, Run now) {
        boolean repeats = before.generation() == now.generation()
                && Duration.between(before.last().at(), now.last().at()).compareTo(POLL) < 0
                && !client.isChangedBetween(before.last(), now.last());
        if (repeats) {
            before.calls().addAll(now.calls());
            return before;
        }
        end(before);
        return now;
    }

    private void end(Run run) {
        if (run.calls().size() >= LEAST) {
            Exchange first = run.calls().get(0);
            mistakes.add(new Mistake(
                    run.calls().stream().map(Exchange::number).toList(),
                    "it sent " + first.method() + " " + first.target() + " "
                            + run.calls().size() + " times, and each was "
                            + first.decision().explain()));
        }
    }
}
