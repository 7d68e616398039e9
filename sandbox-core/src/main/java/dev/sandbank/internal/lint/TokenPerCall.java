package dev.sandbank.internal.lint;

import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.text.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A client asks for a new token for each call. It counts requests for the same token between which there is exactly one
 * call: further instances of a client, which ask for their own, make no calls in between, or several.
 */
final class TokenPerCall {

    private static final int LEAST = 3;

    private final ClientCalls client;
    private final Map<List<List<String>>, Run> runs = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int used;

    /** Requests for the same token with one call after each; {@code used} is the number of calls before the last of them. */
    private record Run(List<Exchange> requests, int used) {

        Exchange last() {
            return requests.get(requests.size() - 1);
        }
    }

    private TokenPerCall(ClientCalls client) {
        this.client = client;
    }

    static List<Mistake> in(ClientCalls client) {
        TokenPerCall look = new TokenPerCall(client);
        client.calls().forEach(look::at);
        look.runs.values().forEach(look::end);
        return look.mistakes;
    }

    private void at(Exchange call) {
        if (client.isWithGoodToken(call)) {
            used++;
        } else if (client.isIssue(call)) {
            Fields sent = SentParameters.of(call);
            if (sent.all("grant_type").contains("client_credentials")) {
                runs.merge(token(sent), new Run(new ArrayList<>(List.of(call)), used), this::next);
            }
        }
    }

    /** Returns what makes a token the same. */
    private static List<List<String>> token(Fields sent) {
        return List.of(sent.all("scope"), sent.all("resource"), sent.all("audience"));
    }

    private Run next(Run before, Run now) {
        Exchange call = now.last();
        boolean goesOn = now.used() == before.used() + 1
                && call.at().isBefore(end(before.last()))
                && !client.isChangedBetween(before.last(), call);
        if (!goesOn) {
            end(before);
            return now;
        }
        before.requests().add(call);
        return new Run(before.requests(), now.used());
    }

    private void end(Run run) {
        if (run.requests().size() >= LEAST) {
            List<Exchange> all = run.requests();
            mistakes.add(new Mistake(
                    all.stream().map(Exchange::number).toList(),
                    "it asked for the same token " + all.size()
                            + " times, with one call in between each time, although the first was valid for "
                            + seconds(all.get(0)) + " s"));
        }
    }

    private static Instant end(Exchange issue) {
        return issue.at().plusSeconds(seconds(issue));
    }

    static long seconds(Exchange issue) {
        return BoundedJson.find(issue.replyBody())
                .map(reply -> reply.path("expires_in").asLong())
                .orElse(0L);
    }
}
