package dev.sandbank.internal.oidc.token;

import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.client.TokenRequest;
import dev.sandbank.internal.gate.Verdict;

/** Introspection and revocation are about one token, which has to be named. */
public final class TokenToAsk {

    private TokenToAsk() {}

    public static Verdict<TokenRequest> named(TokenRequest call) {
        return call.parameter("token").isPresent()
                ? Verdict.pass(call, "named")
                : OAuthError.invalidRequest("token is required");
    }
}
