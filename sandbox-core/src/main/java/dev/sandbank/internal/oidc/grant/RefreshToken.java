package dev.sandbank.internal.oidc.grant;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_CONSENT;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REFRESH_TOKEN_EXPIRED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REFRESH_TOKEN_FAMILY_VOID;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REFRESH_TOKEN_IS_ACCESS_TOKEN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REFRESH_TOKEN_OF_ANOTHER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REFRESH_TOKEN_REVOKED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REFRESH_TOKEN_SPENT;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REFRESH_TOKEN_UNKNOWN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_USER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_REFRESH_TOKEN_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_SCOPE_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_SCOPE_NOT_GRANTED;

import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Targets;
import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tokens.Fate;
import dev.sandbank.internal.store.Tokens.Kind;
import dev.sandbank.internal.time.Timestamps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The refresh token grant (RFC 6749 §6). With rotation, each refresh token is valid once; a second use revokes the whole
 * family (RFC 9700 §4.14.2).
 */
final class RefreshToken implements GrantType.Handler {

    private static final String PARAMETER = "refresh_token";

    static final GrantType TYPE = new GrantType(
            GrantTypes.REFRESH_TOKEN,
            true,
            List.of(Parameter.secret(PARAMETER), Parameter.formOnly("scope")),
            UserTokens.MEMBERS,
            RefreshToken::new);

    private static final String UNKNOWN = "The refresh token is unknown, used, expired, revoked or another client's";

    private final OidcContext context;
    private final Store store;
    private final UserTokens tokens;
    private final boolean rotates;

    private RefreshToken(OidcContext context) {
        this.context = context;
        this.store = context.store();
        this.tokens = new UserTokens(context);
        this.rotates = context.settings().flag("rotateRefreshTokens");
    }

    @Override
    public Gates<ClientRequest> checks() {
        return Gates.<ClientRequest>none()
                .then("refresh-token", this::refreshToken)
                .then("scope", RefreshToken::scope)
                .then(
                        "audience",
                        call -> Targets.narrowed(call.form(), call.signIn().audience(), call::addressing))
                .then("rotation", this::rotation);
    }

    private Verdict<ClientRequest> refreshToken(ClientRequest call) {
        Optional<String> text = call.parameter(PARAMETER);
        if (text.isEmpty()) {
            return OAuthError.refuse(INVALID_REQUEST_REFRESH_TOKEN_MISSING, "refresh_token is required");
        }
        Optional<Grant> grant = store.tokens().find(Kind.REFRESH, text.get());
        if (grant.isEmpty()) {
            return store.tokens().find(Kind.ACCESS, text.get()).isPresent()
                    ? refuse(INVALID_GRANT_REFRESH_TOKEN_IS_ACCESS_TOKEN, "The refresh token is an access token")
                    : refuse(INVALID_GRANT_REFRESH_TOKEN_UNKNOWN, "The refresh token was never issued here");
        }
        if (!grant.get().client().equals(call.client().id())) {
            return refuse(
                    INVALID_GRANT_REFRESH_TOKEN_OF_ANOTHER,
                    "The refresh token was issued to the client " + grant.get().client());
        }
        return signIn(grant.get())
                .map(signIn -> examine(call, grant.get(), signIn))
                .orElseGet(() -> refuse(
                        INVALID_GRANT_REFRESH_TOKEN_UNKNOWN,
                        "Sandbank no longer knows the sign-in of the refresh token"));
    }

    private Optional<SignIn> signIn(Grant grant) {
        return Optional.ofNullable(grant.signIn()).flatMap(store.signIns()::find);
    }

    private Verdict<ClientRequest> examine(ClientRequest call, Grant grant, SignIn signIn) {
        if (grant.spent() && (!rotates || graceLeft(call).isEmpty() || grant.revoked())) {
            return spentBefore(call, signIn);
        }
        if (grant.revoked()) {
            return takenBack(fate(call), signIn);
        }
        if (grant.expiredAt(context.now())) {
            return refuse(
                    INVALID_GRANT_REFRESH_TOKEN_EXPIRED,
                    "The refresh token expired at " + Timestamps.text(grant.expiresAt()));
        }
        Optional<String> ended = context.consents().ended(signIn.consent());
        if (ended.isPresent()) {
            return refuse(INVALID_GRANT_CONSENT, ended.get());
        }
        return context.isEligible(signIn.user())
                ? Verdict.pass(call.after(signIn), "good, for user " + signIn.user())
                : OAuthError.refuse(INVALID_GRANT_USER, "The user may not sign in", context.ineligible(signIn.user()));
    }

    /** How long a spent token may still be used again; empty if it may not. */
    private Optional<Duration> graceLeft(ClientRequest call) {
        Duration grace = context.settings().duration("refreshTokenGrace");
        return Optional.of(Duration.between(context.now(), fate(call).spentAt().plus(grace)))
                .filter(left -> !left.isZero() && !left.isNegative());
    }

    private Verdict<ClientRequest> spentBefore(ClientRequest call, SignIn signIn) {
        String family = signIn.revoked() ? "was revoked " + voidSince(signIn) : "is revoked now";
        store.signIns().revoke(signIn.id());
        return refuse(
                INVALID_GRANT_REFRESH_TOKEN_SPENT,
                "The refresh token was spent " + store.place().told(fate(call).spentIn()) + "; its family " + family);
    }

    /** Refuses a revoked token: it was revoked alone, or with all tokens of its sign-in. */
    private Verdict<ClientRequest> takenBack(Fate fate, SignIn signIn) {
        return fate.revoked()
                ? refuse(
                        INVALID_GRANT_REFRESH_TOKEN_REVOKED,
                        "The refresh token was revoked " + store.place().told(fate.revokedIn()))
                : refuse(
                        INVALID_GRANT_REFRESH_TOKEN_FAMILY_VOID,
                        "The family of the refresh token was revoked " + voidSince(signIn));
    }

    private String voidSince(SignIn signIn) {
        return store.place().told(store.signIns().revokedIn(signIn.id()));
    }

    private Fate fate(ClientRequest call) {
        return store.tokens()
                .fate(call.parameter(PARAMETER).orElse(""))
                .orElseThrow(() -> new IllegalStateException("the token was found before"));
    }

    private static Verdict<ClientRequest> refuse(OAuthCause cause, String detail) {
        return OAuthError.refuse(cause, UNKNOWN, detail);
    }

    /** Grants all scopes of the sign-in, or the requested part of them. */
    private static Verdict<ClientRequest> scope(ClientRequest call) {
        Optional<String> asked = call.parameter("scope");
        if (asked.isEmpty()) {
            return Verdict.pass(call, "all scopes that the user granted");
        }
        if (!Scopes.wellFormed(asked.get())) {
            return OAuthError.refuse(
                    INVALID_SCOPE_MALFORMED, "scope must be a list of scope names with one space between two of them");
        }
        Scopes wanted = Scopes.parse(asked.get());
        return call.scopes().covers(wanted)
                ? Verdict.pass(call.granted(wanted), wanted.toString())
                : OAuthError.refuse(
                        INVALID_SCOPE_NOT_GRANTED,
                        "The user did not grant every scope that the request asks for",
                        "The request asks for " + wanted + ", but the user granted " + call.scopes());
    }

    private Verdict<ClientRequest> rotation(ClientRequest call) {
        if (!rotates) {
            return Verdict.pass(call, "off");
        }
        if (store.tokens().spend(call.parameter(PARAMETER).orElse(""), context.now())) {
            return Verdict.pass(call, "spent now; a new refresh token replaces it");
        }
        return graceLeft(call)
                .map(left -> Verdict.pass(
                        call,
                        "spent " + store.place().told(fate(call).spentIn()) + ", but replaced again: "
                                + left.toSeconds() + " s of its grace period are left"))
                .orElseGet(() -> spentBefore(call, call.signIn()));
    }

    @Override
    public GrantType.Result issue(ClientRequest call) {
        return tokens.issue(call, rotates ? Optional.empty() : call.parameter(PARAMETER));
    }
}
