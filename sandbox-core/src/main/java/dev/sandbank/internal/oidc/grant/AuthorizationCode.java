package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.client.TokenRequest;
import dev.sandbank.internal.oidc.endpoint.UserEligibility;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Code;
import dev.sandbank.internal.store.SignIns;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The authorization code grant (RFC 6749 §4.1.3): a code is good once, in time, for its own client, redirect URI and
 * verifier. A second use voids what the first one brought (§4.1.2).
 */
public final class AuthorizationCode implements GrantHandler {

    private static final String UNKNOWN = "The code is unknown, used, expired or another client's";

    private final Store store;
    private final Supplier<Instant> now;
    private final UserEligibility standing;
    private final UserTokens tokens;

    public AuthorizationCode(Store store, Supplier<Instant> now, UserEligibility standing, UserTokens tokens) {
        this.store = store;
        this.now = now;
        this.standing = standing;
        this.tokens = tokens;
    }

    @Override
    public Gates<TokenRequest> checks() {
        return Gates.<TokenRequest>none().then("code", this::code);
    }

    private Verdict<TokenRequest> code(TokenRequest call) {
        Optional<String> text = call.parameter("code");
        if (text.isEmpty()) {
            return OAuthError.invalidRequest("code is required");
        }
        return store.signIns()
                .findCode(text.get())
                .filter(code -> code.signIn().client().equals(call.client().id()))
                .map(code -> redeem(call, text.get(), code))
                .orElseGet(() -> OAuthError.invalidGrant(UNKNOWN));
    }

    private Verdict<TokenRequest> redeem(TokenRequest call, String text, Code code) {
        if (code.spent()) {
            return usedBefore(code);
        }
        if (code.signIn().revoked() || !now.get().isBefore(code.expiresAt())) {
            return OAuthError.invalidGrant(UNKNOWN);
        }
        if (!call.parameter("redirect_uri").filter(code.redirectUri()::equals).isPresent()) {
            return OAuthError.invalidGrant("redirect_uri is not the one of the authorization request");
        }
        Verdict<TokenRequest> proof = proof(call, code);
        return proof.passed() ? proof.then(spending(text, code)) : proof;
    }

    /** A challenge asks for its verifier, and a verifier for a challenge (RFC 9700 §4.8.2). */
    private static Verdict<TokenRequest> proof(TokenRequest call, Code code) {
        Optional<String> verifier = call.parameter("code_verifier");
        String challenge = code.challenge();
        if (challenge == null) {
            return verifier.isPresent()
                    ? OAuthError.invalidGrant("The authorization request had no code_challenge")
                    : Verdict.pass(call, "no challenge");
        }
        String method = Optional.ofNullable(code.challengeMethod()).orElse(Pkce.PLAIN);
        return verifier.filter(text -> Pkce.proves(text, challenge, method)).isPresent()
                ? Verdict.pass(call, "challenge met")
                : OAuthError.invalidGrant("code_verifier does not meet the code_challenge");
    }

    private Gate<TokenRequest> spending(String text, Code code) {
        return call -> {
            if (!standing.isGood(code.signIn().user())) {
                return OAuthError.invalidGrant("The user may not sign in");
            }
            return store.signIns().spendCode(text)
                    ? Verdict.pass(
                            call.after(code.signIn()),
                            "good, for user " + code.signIn().user())
                    : usedBefore(code);
        };
    }

    private Verdict<TokenRequest> usedBefore(Code code) {
        SignIns signIns = store.signIns();
        signIns.revoke(code.signIn().id());
        return OAuthError.invalidGrant(UNKNOWN);
    }

    @Override
    public ObjectNode issue(TokenRequest call) {
        return tokens.issue(call);
    }

    @Override
    public boolean forUser() {
        return true;
    }
}
