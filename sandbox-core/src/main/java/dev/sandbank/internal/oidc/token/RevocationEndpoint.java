package dev.sandbank.internal.oidc.token;

import static dev.sandbank.internal.model.oauth.OAuthCause.UNAUTHORIZED_CLIENT_TOKEN_OF_ANOTHER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tokens.Kind;
import java.util.Optional;

/**
 * Token revocation (RFC 7009): a client revokes its own tokens, with effect at once and everywhere. If it revokes a refresh token, all
 * tokens of the same sign-in are revoked too. An unknown token counts as revoked. Hints are not needed.
 */
public final class RevocationEndpoint {

    private final Store store;

    private RevocationEndpoint(Store store) {
        this.store = store;
    }

    public static IssuerEndpoint of(OidcContext context, DirectCalls direct) {
        RevocationEndpoint endpoint = new RevocationEndpoint(context.store());
        Gates<ClientRequest> gates = direct.gates(call -> IntrospectionEndpoint.PARAMETERS)
                .then("token", IntrospectionEndpoint::named)
                .then("own", endpoint::own);
        return direct.endpoint("revocation", true, gates::admit, endpoint::revoke);
    }

    private Verdict<ClientRequest> own(ClientRequest call) {
        return token(call)
                .filter(grant -> !grant.client().equals(call.client().id()))
                .map(grant -> OAuthError.<ClientRequest>refuse(
                        UNAUTHORIZED_CLIENT_TOKEN_OF_ANOTHER,
                        "The token is another client's",
                        "The token was issued to the client " + grant.client()))
                .orElseGet(() -> Verdict.pass(call, "unknown, or the client's own"));
    }

    private Optional<Grant> token(ClientRequest call) {
        String text = call.parameter("token").orElse("");
        return store.tokens().find(Kind.ACCESS, text).or(() -> store.tokens().find(Kind.REFRESH, text));
    }

    private Reply revoke(ClientRequest call) {
        String text = call.parameter("token").orElse("");
        store.atomically(tables -> {
            tables.tokens().find(Kind.REFRESH, text).map(Grant::signIn).ifPresent(tables.signIns()::revoke);
            return tables.tokens().revoke(text);
        });
        return Replies.json(JsonNodeFactory.instance.objectNode());
    }
}
