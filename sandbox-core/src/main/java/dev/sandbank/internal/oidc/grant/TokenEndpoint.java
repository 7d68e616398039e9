package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.client.TokenRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The token endpoint (RFC 6749 §3.2): which client, which grant, then the grant's own checks, then tokens. */
public final class TokenEndpoint implements Endpoint {

    private final DirectCalls direct;
    private final Gates<TokenRequest> gates;
    private final Map<String, GrantHandler> grants;
    private final Dialect.Tokens style;
    private final Map<String, String> headers;

    /**
     * @param client what is asked of every client
     * @param headers what every reply with tokens carries besides
     */
    public TokenEndpoint(
            Gates<TokenRequest> client,
            Map<String, GrantHandler> grants,
            Dialect.Tokens style,
            Map<String, String> headers) {
        this.direct = new DirectCalls(style.realm());
        this.gates = client.then("grant", new ValidateGrantType(grants.keySet()));
        this.grants = grants;
        this.style = style;
        this.headers = headers;
    }

    @Override
    public String name() {
        return "token";
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
        PipelineResult<TokenRequest> passage =
                gates.admit(TokenRequest.of(request)).then(call -> handler(call).checks());
        return direct.answer(this, request, passage, this::issue);
    }

    private GrantHandler handler(TokenRequest call) {
        return Optional.ofNullable(grants.get(call.parameter("grant_type").orElse("")))
                .orElseThrow(() -> new IllegalStateException("the grant gate lets only known grants pass"));
    }

    private Reply issue(TokenRequest call) {
        GrantHandler grant = handler(call);
        return say(grant.issue(call), grant.forUser() ? style.userReply() : style.reply());
    }

    /** Exactly the members that the bank's reply has, in its order. */
    private Reply say(ObjectNode members, List<String> names) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        names.stream().filter(members::has).forEach(name -> body.set(name, members.get(name)));
        Reply reply = DirectCalls.json(body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }
}
