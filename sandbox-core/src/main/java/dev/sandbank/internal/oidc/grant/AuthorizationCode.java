package dev.sandbank.internal.oidc.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Code;
import dev.sandbank.internal.model.GrantTypes;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * The authorization code grant (RFC 6749 §4.1.3): a code is good once, in time, for its own client, redirect URI and
 * verifier. A second use voids what the first one brought (§4.1.2).
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
            return OAuthError.invalidRequest("code is required");
        }
        return context.store()
                .signIns()
                .findCode(text.get())
                .filter(code -> code.signIn().client().equals(call.client().id()))
                .map(code -> redeem(call, text.get(), code))
                .orElseGet(() -> OAuthError.invalidGrant(UNKNOWN));
    }

    private Verdict<ClientRequest> redeem(ClientRequest call, String text, Code code) {
        if (code.spent()) {
            return usedBefore(code);
        }
        if (code.signIn().revoked() || !context.now().isBefore(code.expiresAt())) {
            return OAuthError.invalidGrant(UNKNOWN);
        }
        if (!call.parameter("redirect_uri").filter(code.redirectUri()::equals).isPresent()) {
            return OAuthError.invalidGrant("redirect_uri is not the one of the authorization request");
        }
        Verdict<ClientRequest> proof = proof(call, code);
        return proof.passed() ? proof.then(spending(text, code)) : proof;
    }

    /** A challenge asks for its verifier, and a verifier for a challenge (RFC 9700 §4.8.2). */
    private static Verdict<ClientRequest> proof(ClientRequest call, Code code) {
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

    private Gate<ClientRequest> spending(String text, Code code) {
        return call -> {
            if (!context.isEligible(code.signIn().user())) {
                return OAuthError.invalidGrant("The user may not sign in");
            }
            return context.store().signIns().spendCode(text)
                    ? Verdict.pass(
                            call.after(code.signIn()),
                            "good, for user " + code.signIn().user())
                    : usedBefore(code);
        };
    }

    private Verdict<ClientRequest> usedBefore(Code code) {
        context.store().signIns().revoke(code.signIn().id());
        return OAuthError.invalidGrant(UNKNOWN);
    }

    @Override
    public ObjectNode issue(ClientRequest call) {
        return tokens.issue(call, Optional.empty());
    }
}
