package dev.sandbank.internal.oidc.grant;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_CODE_EXPIRED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_CODE_OF_ANOTHER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_CODE_SPENT;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_CODE_UNKNOWN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_CODE_VOID;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_CONSENT;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REDIRECT_URI_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_REDIRECT_URI_OTHER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_USER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_VERIFIER_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_VERIFIER_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_VERIFIER_UNEXPECTED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_VERIFIER_WRONG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CODE_MISSING;

import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.oauth.Code;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Targets;
import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import dev.sandbank.internal.store.SignIns;
import dev.sandbank.internal.time.Timestamps;
import java.util.List;
import java.util.Optional;

/**
 * The authorization code grant (RFC 6749 §4.1.3). A code is valid once and for a limited time, for its own client, redirect URI and
 * verifier. A second use revokes the tokens of the first one (§4.1.2).
 */
final class AuthorizationCode implements GrantType.Handler {

    static final GrantType TYPE = new GrantType(
            GrantTypes.AUTHORIZATION_CODE,
            true,
            List.of(Parameter.secret("code"), Parameter.secret("code_verifier"), Parameter.open("redirect_uri")),
            UserTokens.MEMBERS,
            AuthorizationCode::new);

    private static final String UNKNOWN = "The code is unknown, used, expired or another client's";

    private final OidcContext context;
    private final UserTokens tokens;

    private AuthorizationCode(OidcContext context) {
        this.context = context;
        this.tokens = new UserTokens(context);
    }

    @Override
    public Gates<ClientRequest> checks() {
        return Gates.<ClientRequest>none().then("code", this::code);
    }

    private Verdict<ClientRequest> code(ClientRequest call) {
        Optional<String> text = call.parameter("code");
        if (text.isEmpty()) {
            return OAuthError.refuse(INVALID_REQUEST_CODE_MISSING, "code is required");
        }
        Optional<Code> code = context.store().signIns().findCode(text.get());
        if (code.isEmpty()) {
            return OAuthError.refuse(INVALID_GRANT_CODE_UNKNOWN, UNKNOWN, "The code was never issued here");
        }
        String client = code.get().signIn().client();
        return client.equals(call.client().id())
                ? redeem(call, text.get(), code.get())
                : OAuthError.refuse(
                        INVALID_GRANT_CODE_OF_ANOTHER, UNKNOWN, "The code was issued to the client " + client);
    }

    private Verdict<ClientRequest> redeem(ClientRequest call, String text, Code code) {
        if (code.spent()) {
            return usedBefore(text, code);
        }
        if (code.signIn().revoked()) {
            return OAuthError.refuse(
                    INVALID_GRANT_CODE_VOID, UNKNOWN, "The sign-in of the code was revoked " + voidSince(code));
        }
        if (!context.now().isBefore(code.expiresAt())) {
            return OAuthError.refuse(
                    INVALID_GRANT_CODE_EXPIRED, UNKNOWN, "The code expired at " + Timestamps.text(code.expiresAt()));
        }
        Optional<String> ended = context.consents().ended(code.signIn().consent());
        if (ended.isPresent()) {
            return OAuthError.refuse(INVALID_GRANT_CONSENT, UNKNOWN, ended.get());
        }
        Verdict<ClientRequest> proof = redirectUri(call, code)
                .then(known -> proof(known, code))
                .then(known -> Targets.narrowed(known.form(), code.signIn().audience(), known::addressing));
        return proof.passed() ? proof.then(spending(text, code)) : proof;
    }

    private static Verdict<ClientRequest> redirectUri(ClientRequest call, Code code) {
        String other = "redirect_uri is not the one of the authorization request";
        Optional<String> sent = call.parameter("redirect_uri");
        if (sent.isEmpty()) {
            return OAuthError.refuse(
                    INVALID_GRANT_REDIRECT_URI_MISSING,
                    other,
                    "redirect_uri is missing, but the authorization request had one");
        }
        return sent.get().equals(code.redirectUri())
                ? Verdict.pass(call, "the same redirect_uri")
                : OAuthError.refuse(
                        INVALID_GRANT_REDIRECT_URI_OTHER,
                        other,
                        "redirect_uri is " + OAuthError.quoted(sent.get()) + ", but the authorization request had "
                                + OAuthError.quoted(code.redirectUri()));
    }

    /** Checks PKCE: a challenge needs its verifier, and a verifier needs a challenge (RFC 9700 §4.8.2). */
    private static Verdict<ClientRequest> proof(ClientRequest call, Code code) {
        Optional<String> verifier = call.parameter("code_verifier");
        String challenge = code.challenge();
        if (challenge == null) {
            return verifier.isPresent()
                    ? OAuthError.refuse(
                            INVALID_GRANT_VERIFIER_UNEXPECTED,
                            "code_verifier must not be sent, because the authorization request had no code_challenge")
                    : Verdict.pass(call, "no code_challenge to match");
        }
        String wrong = "code_verifier does not match the code_challenge";
        if (verifier.isEmpty()) {
            return OAuthError.refuse(INVALID_GRANT_VERIFIER_MISSING, wrong, "code_verifier is missing");
        }
        if (!Pkce.wellFormed(verifier.get())) {
            return OAuthError.refuse(
                    INVALID_GRANT_VERIFIER_MALFORMED, wrong, "code_verifier must be 43 to 128 unreserved characters");
        }
        String method = Optional.ofNullable(code.challengeMethod()).orElse(Pkce.PLAIN);
        return Pkce.proves(verifier.get(), challenge, method)
                ? Verdict.pass(call, "code_verifier matches the code_challenge")
                : OAuthError.refuse(INVALID_GRANT_VERIFIER_WRONG, wrong, wrong + " with the method " + method);
    }

    private Gate<ClientRequest> spending(String text, Code code) {
        return call -> {
            String user = code.signIn().user();
            if (!context.isEligible(user)) {
                return OAuthError.refuse(INVALID_GRANT_USER, "The user may not sign in", context.ineligible(user));
            }
            return context.store().signIns().spendCode(text)
                    ? Verdict.pass(call.after(code.signIn()), "good, for user " + user)
                    : usedBefore(text, code);
        };
    }

    private Verdict<ClientRequest> usedBefore(String text, Code code) {
        SignIns signIns = context.store().signIns();
        String first = context.store().place().told(signIns.codeSpentIn(text));
        String tokens = code.signIn().revoked() ? "were revoked " + voidSince(code) : "are revoked now";
        signIns.revoke(code.signIn().id());
        return OAuthError.refuse(
                INVALID_GRANT_CODE_SPENT,
                UNKNOWN,
                "The code was used before, " + first + "; the tokens issued for it " + tokens);
    }

    private String voidSince(Code code) {
        return context.store()
                .place()
                .told(context.store().signIns().revokedIn(code.signIn().id()));
    }

    @Override
    public GrantType.Result issue(ClientRequest call) {
        return tokens.issue(call, Optional.empty());
    }
}
