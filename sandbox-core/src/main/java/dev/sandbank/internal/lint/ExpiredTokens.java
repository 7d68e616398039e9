package dev.sandbank.internal.lint;

import dev.sandbank.DenialReason;
import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client does with its token when that expires. It must have got the token itself: one that the test put into its
 * hands is not its fault.
 */
final class ExpiredTokens {

    /** Calls that were under way when the first one was refused come sooner. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** One may be what the test is about. */
    private static final int LEAST = 2;

    private final ClientCalls client;
    private final List<Mistake> reused = new ArrayList<>();
    private final List<Exchange> overdue = new ArrayList<>();
    private @Nullable Exchange issue;
    private @Nullable Exchange refused;

    private ExpiredTokens(ClientCalls client) {
        this.client = client;
    }

    /** A client uses a token again after it was told that it has expired. */
    static List<Mistake> reused(ClientCalls client) {
        return of(client).reused;
    }

    /** A client does not look at {@code expires_in}: it learns of the end of several tokens by refusals. */
    static List<Mistake> unrefreshed(ClientCalls client) {
        List<Exchange> calls = of(client).overdue;
        return calls.size() < LEAST
                ? List.of()
                : List.of(new Mistake(
                        calls.stream().map(Exchange::number).toList(),
                        "it learnt " + calls.size()
                                + " times by a refusal that its token had expired, as expires_in had said"));
    }

    private static ExpiredTokens of(ClientCalls client) {
        ExpiredTokens look = new ExpiredTokens(client);
        client.calls().forEach(look::at);
        return look;
    }

    private void at(Exchange call) {
        if (client.isIssue(call)) {
            issue = call;
            refused = null;
        } else if (issue != null && call.decision().refusedFor(DenialReason.TOKEN_EXPIRED)) {
            if (refused != null) {
                again(refused, call);
            } else {
                refused = call;
                first(issue, call);
            }
        }
    }

    private void again(Exchange first, Exchange call) {
        boolean same = first.method().equals(call.method()) && first.target().equals(call.target());
        if (same || !call.at().isBefore(first.at().plus(SOON))) {
            reused.add(new Mistake(
                    List.of(first.number(), call.number()),
                    "call " + first.number()
                            + " told it that its token had expired, and it used the token again in call "
                            + call.number()));
        }
    }

    private void first(Exchange issued, Exchange call) {
        long seconds = TokenPerCall.seconds(issued);
        if (seconds > 0 && !call.at().isBefore(issued.at().plusSeconds(seconds))) {
            overdue.add(call);
        }
    }
}
