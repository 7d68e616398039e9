package dev.sandbank.internal.lint;

import dev.sandbank.DenialReason;
import dev.sandbank.DenialReason.OAuth;
import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.util.List;
import java.util.Set;

/** A client sends a token, or an assertion, to somebody for whom it was not made. */
final class WrongIssuer {

    private static final Set<String> FOR_ANOTHER = Set.of(
            DenialReason.TOKEN_AUDIENCE,
            OAuth.INVALID_CLIENT_ASSERTION_AUD_WRONG,
            OAuth.INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER);

    /** What the journal adds if another environment of the sandbox issued the token. */
    private static final String BY_ANOTHER = ", but by ";

    private WrongIssuer() {}

    static List<Mistake> in(ClientCalls client) {
        return client.calls().stream()
                .filter(WrongIssuer::isForAnother)
                .map(call -> new Mistake(
                        List.of(call.number()),
                        "call " + call.number() + " was " + call.decision().explain()))
                .toList();
    }

    private static boolean isForAnother(Exchange call) {
        String refusal = call.decision().refusal();
        return FOR_ANOTHER.contains(refusal)
                || (refusal.equals(DenialReason.TOKEN_UNKNOWN)
                        && call.decision().explain().contains(BY_ANOTHER));
    }
}
