package dev.sandbank.internal.oidc.token;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_PUBLIC;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_TOKEN_MISSING;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.ClaimPlace;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.store.Tokens.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Token introspection (RFC 7662), for confidential clients. If a token is not active, the reply says only that. A refresh token is
 * active only for its own client.
 */
public final class IntrospectionEndpoint {

    /** The parameters that introspection and revocation read from a form. */
    static final List<String> PARAMETERS = List.of("token", "token_type_hint");

    private final OidcContext context;
    private final UserClaims claims;

    private IntrospectionEndpoint(OidcContext context) {
        this.context = context;
        this.claims = new UserClaims(context);
    }

    public static IssuerEndpoint of(OidcContext context, DirectCalls direct) {
        Gates<ClientRequest> gates = direct.gates(call -> IntrospectionEndpoint.PARAMETERS)
                .then("confidential", IntrospectionEndpoint::confidential)
                .then("token", IntrospectionEndpoint::named);
        return direct.endpoint("introspection", false, gates::admit, new IntrospectionEndpoint(context)::tell);
    }

    /** Checks that the request has a token. */
    static Verdict<ClientRequest> named(ClientRequest call) {
        return call.parameter("token").isPresent()
                ? Verdict.pass(call, "named")
                : OAuthError.refuse(INVALID_REQUEST_TOKEN_MISSING, "token is required");
    }

    private static Verdict<ClientRequest> confidential(ClientRequest call) {
        return call.client().isPublic()
                ? OAuthError.invalidClient(
                        INVALID_CLIENT_PUBLIC,
                        "The client " + call.client().id()
                                + " is public, but only confidential clients may introspect tokens")
                : Verdict.pass(call, "a confidential client");
    }

    private Reply tell(ClientRequest call) {
        String token = call.parameter("token").orElse("");
        Optional<ObjectNode> access = context.store()
                .tokens()
                .find(Kind.ACCESS, token)
                .filter(this::isActive)
                .map(grant -> active(grant)
                        .put("token_type", context.dialect().tokens().type())
                        .<ObjectNode>setAll(claims.told(ClaimPlace.INTROSPECTION, grant, "{}")));
        return Replies.json(access.or(() -> refresh(token, call.client()))
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("active", false)));
    }

    private Optional<ObjectNode> refresh(String token, Client asking) {
        return context.store()
                .tokens()
                .find(Kind.REFRESH, token)
                .filter(grant -> grant.client().equals(asking.id()))
                .filter(this::isActive)
                .map(this::active);
    }

    private boolean isActive(Grant grant) {
        return !grant.spent() && context.isGood(grant);
    }

    private ObjectNode active(Grant grant) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("active", true);
        body.put("scope", grant.scopes().toString());
        body.put("client_id", grant.client());
        body.put("exp", grant.expiresAt().getEpochSecond());
        body.put("iat", grant.issuedAt().getEpochSecond());
        body.put("sub", grant.forUser().orElse(grant.client()));
        body.set("aud", context.audience(grant).value());
        body.put("iss", context.issuer().id());
        username(grant).ifPresent(name -> body.put("username", name));
        return body;
    }

    private Optional<String> username(Grant grant) {
        return grant.forUser()
                .flatMap(id -> context.store().entries().find("users", id))
                .map(user -> user.document().path("username").asText())
                .filter(name -> !name.isEmpty());
    }
}
