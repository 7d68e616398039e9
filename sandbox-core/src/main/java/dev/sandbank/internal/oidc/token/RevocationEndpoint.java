package dev.sandbank.internal.oidc.token;

import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.client.TokenRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tokens.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Token revocation (RFC 7009): a client takes back its own tokens, at once and everywhere. A refresh token takes all
 * along that came of the same sign-in. What is unknown is as good as revoked; hints are not needed.
 */
public final class RevocationEndpoint implements Endpoint {

    private final DirectCalls direct;
    private final Gates<TokenRequest> gates;
    private final Store store;

    public RevocationEndpoint(DirectCalls direct, Gates<TokenRequest> client, Store store) {
        this.direct = direct;
        this.store = store;
        this.gates = client.then("token", TokenToAsk::named).then("own", this::own);
    }

    private Verdict<TokenRequest> own(TokenRequest call) {
        return token(call)
                        .filter(grant -> !grant.client().equals(call.client().id()))
                        .isPresent()
                ? OAuthError.unauthorizedClient("The token is another client's")
                : Verdict.pass(call, "not another client's");
    }

    private Optional<Grant> token(TokenRequest call) {
        String text = call.parameter("token").orElse("");
        return store.tokens().find(Kind.ACCESS, text).or(() -> store.tokens().find(Kind.REFRESH, text));
    }

    @Override
    public String name() {
        return "revocation";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public boolean openToBrowsers() {
        return true;
    }

    @Override
    public DecidedReply answer(Request request) {
        return direct.answer(this, request, gates.admit(TokenRequest.of(request)), this::revoke);
    }

    private Reply revoke(TokenRequest call) {
        String text = call.parameter("token").orElse("");
        store.atomically(tables -> {
            tables.tokens().find(Kind.REFRESH, text).map(Grant::signIn).ifPresent(tables.signIns()::revoke);
            return tables.tokens().revoke(text);
        });
        return DirectCalls.json(JsonNodeFactory.instance.objectNode());
    }
}
