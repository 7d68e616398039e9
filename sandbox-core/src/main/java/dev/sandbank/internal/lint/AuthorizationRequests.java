package dev.sandbank.internal.lint;

import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import dev.sandbank.internal.text.Fields;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Authorization requests that lack a parameter.
 *
 * @param lacks whether a request should have it and has not
 * @param what what happened then
 */
record AuthorizationRequests(Predicate<Fields> lacks, String what) implements Function<ClientCalls, List<Mistake>> {

    private static final String CHALLENGE = "code_challenge";
    private static final String NONCE = "nonce";

    /** One without PKCE: whoever steals the code can use it. */
    static final AuthorizationRequests WITHOUT_CHALLENGE = new AuthorizationRequests(
            sent -> asksForCode(sent) && !sent.has(CHALLENGE), "its authorization request has no code_challenge");

    /** One that says nothing by which the client knows its own answer again. PKCE and nonce do so, too. */
    static final AuthorizationRequests WITHOUT_STATE = new AuthorizationRequests(
            sent -> !sent.has("state") && !sent.has(CHALLENGE) && !(isForIdToken(sent) && sent.has(NONCE)),
            "its authorization request has no state, and neither code_challenge nor nonce in its place");

    /** One for an ID token that need not be the answer to it. */
    static final AuthorizationRequests WITHOUT_NONCE = new AuthorizationRequests(
            sent -> isForIdToken(sent) && !sent.has(NONCE), "its authorization request for an ID token has no nonce");

    private static boolean asksForCode(Fields sent) {
        return sent.all("response_type").stream().anyMatch(type -> type.contains("code"));
    }

    private static boolean isForIdToken(Fields sent) {
        return sent.all("scope").stream()
                .anyMatch(scope -> List.of(scope.split(" ")).contains("openid"));
    }

    @Override
    public List<Mistake> apply(ClientCalls client) {
        return client.calls().stream()
                .filter(call -> client.isTo("authorization", call))
                .filter(this::isMistaken)
                .map(call -> new Mistake(List.of(call.number()), what))
                .toList();
    }

    private boolean isMistaken(Exchange call) {
        Fields sent = SentParameters.of(call);
        return sent.has("response_type") && lacks.test(sent);
    }
}
