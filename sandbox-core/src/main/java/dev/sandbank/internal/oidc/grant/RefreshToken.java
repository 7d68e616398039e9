package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.client.TokenRequest;
import dev.sandbank.internal.oidc.endpoint.UserEligibility;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.SignIn;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tokens.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The refresh token grant (RFC 6749 §6). With rotation, each refresh token is good once; a second use voids the whole
 * family (RFC 9700 §4.14.2).
 */
public final class RefreshToken implements GrantHandler {

    private static final String UNKNOWN = "The refresh token is unknown, used, expired, revoked or another client's";

    private final Store store;
    private final Supplier<Instant> now;
    private final UserEligibility standing;
    private final UserTokens tokens;
    private final boolean rotates;

    public RefreshToken(Store store, Supplier<Instant> now, UserEligibility standing, UserTokens tokens, boolean rotates) {
        this.store = store;
        this.now = now;
        this.standing = standing;
        this.tokens = tokens;
        this.rotates = rotates;
    }

    @Override
    public Gates<TokenRequest> checks() {
        return Gates.<TokenRequest>none()
                .then("refresh-token", this::refreshToken)
                .then("scope", RefreshToken::scope)
                .then("rotation", this::rotation);
    }

    private Verdict<TokenRequest> refreshToken(TokenRequest call) {
        Optional<String> text = call.parameter("refresh_token");
        if (text.isEmpty()) {
            return OAuthError.invalidRequest("refresh_token is required");
        }
        return store.tokens()
                .find(Kind.REFRESH, text.get())
                .filter(grant -> grant.client().equals(call.client().id()))
                .flatMap(grant -> signIn(grant).map(signIn -> examine(call, grant, signIn)))
                .orElseGet(() -> OAuthError.invalidGrant(UNKNOWN));
    }

    private Optional<SignIn> signIn(Grant grant) {
        return Optional.ofNullable(grant.signIn()).flatMap(store.signIns()::find);
    }

    private Verdict<TokenRequest> examine(TokenRequest call, Grant grant, SignIn signIn) {
        if (grant.spent()) {
            store.signIns().revoke(signIn.id());
            return OAuthError.invalidGrant(UNKNOWN);
        }
        if (grant.revoked() || grant.expiredAt(now.get())) {
            return OAuthError.invalidGrant(UNKNOWN);
        }
        return standing.isGood(signIn.user())
                ? Verdict.pass(call.after(signIn), "good, for user " + signIn.user())
                : OAuthError.invalidGrant("The user may not sign in");
    }

    /** What was granted at the sign-in, or a part of it. */
    private static Verdict<TokenRequest> scope(TokenRequest call) {
        Optional<String> asked = call.parameter("scope");
        if (asked.isEmpty()) {
            return Verdict.pass(call, "all that was granted");
        }
        if (!Scopes.wellFormed(asked.get())) {
            return OAuthError.invalidScope("The scope is not a list of scope names, one space between");
        }
        Scopes wanted = Scopes.parse(asked.get());
        return call.scopes().covers(wanted)
                ? Verdict.pass(call.granted(wanted), wanted.toString())
                : OAuthError.invalidScope("The user did not grant every scope that is asked for");
    }

    private Verdict<TokenRequest> rotation(TokenRequest call) {
        if (!rotates) {
            return Verdict.pass(call, "off");
        }
        if (store.tokens().spend(call.parameter("refresh_token").orElse(""))) {
            return Verdict.pass(call, "spent, to be replaced");
        }
        store.signIns().revoke(call.signIn().id());
        return OAuthError.invalidGrant(UNKNOWN);
    }

    @Override
    public ObjectNode issue(TokenRequest call) {
        return rotates ? tokens.issue(call) : tokens.issue(call, call.parameter("refresh_token"));
    }

    @Override
    public boolean forUser() {
        return true;
    }
}
