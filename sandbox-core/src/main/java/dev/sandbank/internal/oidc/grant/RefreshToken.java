package dev.sandbank.internal.oidc.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.GrantTypes;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.SignIn;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tokens.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The refresh token grant (RFC 6749 §6). With rotation, each refresh token is good once; a second use voids the whole
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
                .then("rotation", this::rotation);
    }

    private Verdict<ClientRequest> refreshToken(ClientRequest call) {
        Optional<String> text = call.parameter(PARAMETER);
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

    private Verdict<ClientRequest> examine(ClientRequest call, Grant grant, SignIn signIn) {
        if (grant.spent()) {
            store.signIns().revoke(signIn.id());
            return OAuthError.invalidGrant(UNKNOWN);
        }
        if (grant.revoked() || grant.expiredAt(context.now())) {
            return OAuthError.invalidGrant(UNKNOWN);
        }
        return context.isEligible(signIn.user())
                ? Verdict.pass(call.after(signIn), "good, for user " + signIn.user())
                : OAuthError.invalidGrant("The user may not sign in");
    }

    /** What was granted at the sign-in, or a part of it. */
    private static Verdict<ClientRequest> scope(ClientRequest call) {
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

    private Verdict<ClientRequest> rotation(ClientRequest call) {
        if (!rotates) {
            return Verdict.pass(call, "off");
        }
        if (store.tokens().spend(call.parameter(PARAMETER).orElse(""))) {
            return Verdict.pass(call, "spent, to be replaced");
        }
        store.signIns().revoke(call.signIn().id());
        return OAuthError.invalidGrant(UNKNOWN);
    }

    @Override
    public ObjectNode issue(ClientRequest call) {
        return tokens.issue(call, rotates ? Optional.empty() : call.parameter(PARAMETER));
    }
}
