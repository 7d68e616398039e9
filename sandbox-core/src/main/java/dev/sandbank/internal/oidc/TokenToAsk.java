package dev.sandbank.internal.oidc;

import dev.sandbank.internal.gate.Verdict;

/** Introspection and revocation are about one token, which has to be named. */
final class TokenToAsk {

    private TokenToAsk() {}

    static Verdict<TokenRequest> named(TokenRequest call) {
        return call.parameter("token").isPresent()
                ? Verdict.pass(call, "named")
                : OAuthError.invalidRequest("token is required");
    }
}
