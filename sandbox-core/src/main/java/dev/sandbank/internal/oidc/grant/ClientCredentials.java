package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.client.TokenRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.User;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The client credentials grant (RFC 6749 §4.4): a token for the client itself, or for the one user it is bound to.
 *
 * <p>Each request yields a fresh token; there is no refresh token.
 */
public final class ClientCredentials implements GrantHandler {

    private final Issuance issuance;
    private final Function<String, Optional<User>> users;
    private final UnaryOperator<Scopes> grantable;
    private final boolean narrows;

    public ClientCredentials(
            Issuance issuance,
            Function<String, Optional<User>> users,
            UnaryOperator<Scopes> grantable,
            boolean narrows) {
        this.issuance = issuance;
        this.users = users;
        this.grantable = grantable;
        this.narrows = narrows;
    }

    @Override
    public Gates<TokenRequest> checks() {
        return Gates.<TokenRequest>none()
                .then("scope", new ResolveScope(grantable, narrows))
                .then("user", boundUser());
    }

    /** Nothing is issued for a disabled user; a blocked one is the guarded API's to refuse. */
    private Gate<TokenRequest> boundUser() {
        return call -> call.client()
                .user()
                .filter(id -> users.apply(id)
                        .filter(user -> !user.status().isDisabled())
                        .isEmpty())
                .map(id -> OAuthError.<TokenRequest>invalidGrant("The client's user is disabled"))
                .orElseGet(() -> Verdict.pass(call, call.client().user().orElse("the client itself")));
    }

    @Override
    public ObjectNode issue(TokenRequest call) {
        Issuance.Issued issued =
                issuance.accessToken(call.client(), call.client().boundUser(), call.scopes());
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("access_token", issued.token());
        members.put("token_type", "Bearer");
        members.put("expires_in", issued.grant().lifetime().toSeconds());
        members.put("scope", issued.grant().scopes().toString());
        return members;
    }

    @Override
    public boolean forUser() {
        return false;
    }
}
