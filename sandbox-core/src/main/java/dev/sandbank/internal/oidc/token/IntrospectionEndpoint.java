package dev.sandbank.internal.oidc.token;

import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.client.TokenRequest;
import dev.sandbank.internal.oidc.endpoint.UserEligibility;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tokens.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Token introspection (RFC 7662), for clients that keep a secret. Of a token that is not active nothing is told but that;
 * a refresh token is only its own client's to ask about.
 */
public final class IntrospectionEndpoint implements Endpoint {

    private final DirectCalls direct;
    private final Gates<TokenRequest> gates;
    private final Store store;
    private final UserEligibility standing;
    private final IssuerUrls issuer;
    private final Supplier<Instant> now;

    public IntrospectionEndpoint(
            DirectCalls direct,
            Gates<TokenRequest> client,
            Store store,
            UserEligibility standing,
            IssuerUrls issuer,
            Supplier<Instant> now) {
        this.direct = direct;
        this.gates =
                client.then("confidential", IntrospectionEndpoint::confidential).then("token", TokenToAsk::named);
        this.store = store;
        this.standing = standing;
        this.issuer = issuer;
        this.now = now;
    }

    private static Verdict<TokenRequest> confidential(TokenRequest call) {
        return call.client().isPublic()
                ? OAuthError.invalidClient("Client authentication failed")
                : Verdict.pass(call, "keeps a secret");
    }

    @Override
    public String name() {
        return "introspection";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public DecidedReply answer(Request request) {
        return direct.answer(this, request, gates.admit(TokenRequest.of(request)), this::tell);
    }

    private Reply tell(TokenRequest call) {
        String token = call.parameter("token").orElse("");
        Optional<ObjectNode> access = store.tokens()
                .find(Kind.ACCESS, token)
                .filter(this::isActive)
                .map(grant -> active(grant).put("token_type", "Bearer"));
        return DirectCalls.json(access.or(() -> refresh(token, call.client()))
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("active", false)));
    }

    private Optional<ObjectNode> refresh(String token, Client asking) {
        return store.tokens()
                .find(Kind.REFRESH, token)
                .filter(grant -> grant.client().equals(asking.id()))
                .filter(this::isActive)
                .map(this::active);
    }

    private boolean isActive(Grant grant) {
        return !grant.revoked()
                && !grant.spent()
                && !grant.expiredAt(now.get())
                && grant.forUser().map(standing::isGood).orElse(true);
    }

    private ObjectNode active(Grant grant) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("active", true);
        body.put("scope", grant.scopes().toString());
        body.put("client_id", grant.client());
        body.put("exp", grant.expiresAt().getEpochSecond());
        body.put("iat", grant.issuedAt().getEpochSecond());
        body.put("sub", grant.forUser().orElse(grant.client()));
        body.put("aud", issuer.apiUrl());
        body.put("iss", issuer.id());
        username(grant).ifPresent(name -> body.put("username", name));
        return body;
    }

    private Optional<String> username(Grant grant) {
        return grant.forUser()
                .flatMap(id -> store.entries().find("users", id))
                .map(user -> user.document().path("username").asText())
                .filter(name -> !name.isEmpty());
    }
}
