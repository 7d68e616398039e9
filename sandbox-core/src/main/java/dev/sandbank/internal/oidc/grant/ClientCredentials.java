package dev.sandbank.internal.oidc.grant;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_GRANT_USER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_SCOPE_MALFORMED;

import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Targets;
import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import dev.sandbank.internal.oidc.token.Issuance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The client credentials grant (RFC 6749 §4.4): a token for the client itself, or for the one user it is bound to.
 *
 * <p>Each request returns a new token; there is no refresh token.
 */
final class ClientCredentials implements GrantType.Handler {

    static final GrantType TYPE = new GrantType(
            GrantTypes.CLIENT_CREDENTIALS,
            false,
            List.of(Parameter.formOnly("scope")),
            List.of(
                    Parameter.secret("access_token"),
                    Parameter.open("token_type"),
                    Parameter.open("expires_in"),
                    Parameter.open("scope")),
            ClientCredentials::new);

    private static final int LONGEST_SCOPE = 4096;

    private final OidcContext context;
    private final Issuance issuance;

    private ClientCredentials(OidcContext context) {
        this.context = context;
        this.issuance = new Issuance(context);
    }

    @Override
    public Gates<ClientRequest> checks() {
        return Gates.<ClientRequest>none()
                .then("scope", this::scope)
                .then(
                        "audience",
                        call -> Targets.narrowed(
                                call.form(), call.client().registration().audience(), call::addressing))
                .then("user", this::boundUser);
    }

    /** Grants the requested scopes, if the client has them; if the request names none, all scopes of the client. */
    private Verdict<ClientRequest> scope(ClientRequest call) {
        Scopes held = bankScopes(call.client().scopes());
        Optional<String> asked = call.parameter("scope");
        if (asked.isEmpty()) {
            return Verdict.pass(call.granted(held), "none requested, so all of the client's: " + held);
        }
        if (asked.get().length() > LONGEST_SCOPE || !Scopes.wellFormed(asked.get())) {
            return OAuthError.refuse(
                    INVALID_SCOPE_MALFORMED, "scope must be a list of scope names with one space between two of them");
        }
        Scopes all = Scopes.parse(asked.get());
        Scopes wanted = context.narrowsScopes() ? all.and(held) : all;
        return held.covers(wanted) && !wanted.isEmpty()
                ? Verdict.pass(call.granted(wanted), wanted.toString())
                : context.scopeRefused(call.client(), all, held);
    }

    /** The scopes without those of OpenID Connect, which are about a user who signs in. */
    private Scopes bankScopes(Scopes held) {
        Set<String> names = new HashSet<>(held.names());
        names.removeAll(context.dialect().issuer().protocolScopes());
        return Scopes.of(names);
    }

    /** Refuses a client whose user is disabled. The guarded API refuses blocked users. */
    private Verdict<ClientRequest> boundUser(ClientRequest call) {
        return call.client()
                .user()
                .filter(id -> context.user(id)
                        .filter(user -> !user.status().isDisabled())
                        .isEmpty())
                .map(id -> OAuthError.<ClientRequest>refuse(
                        INVALID_GRANT_USER, "The client's user is disabled", context.ineligible(id)))
                .orElseGet(() -> Verdict.pass(call, call.client().user().orElse("the client itself")));
    }

    @Override
    public GrantType.Result issue(ClientRequest call) {
        Issuance.Issued issued =
                issuance.accessToken(call.client(), call.client().boundUser(), Issuance.Terms.of(call));
        return new GrantType.Result(issuance.members(issued), issued.grant());
    }
}
