package dev.sandbank.internal.oidc;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Passage;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Answered;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The token endpoint (RFC 6749 §3.2): which client, which grant, then the grant's own checks, then tokens. */
final class TokenEndpoint implements Endpoint {

    private static final JsonMapper JSON = new JsonMapper();

    private final Gates<TokenRequest> gates;
    private final Map<String, GrantHandler> grants;
    private final Dialect.Tokens style;
    private final Map<String, String> headers;

    /** @param headers what every reply with tokens carries besides */
    TokenEndpoint(
            Function<String, Optional<Client>> clients,
            Map<String, GrantHandler> grants,
            Dialect.Tokens style,
            Map<String, String> headers) {
        this.gates = Gates.<TokenRequest>none()
                .then("request", new ReadForm())
                .then("client", new AuthenticateClient(clients))
                .then("grant", new ChooseGrant(grants.keySet()));
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
    public Answered answer(Request request) {
        Passage<TokenRequest> known = gates.admit(TokenRequest.of(request));
        return known.verdict().fold(call -> answer(call, known.steps()), refusal -> refused(request, refusal, known));
    }

    private Answered answer(TokenRequest call, List<Step> before) {
        GrantHandler grant = handler(call);
        Passage<TokenRequest> checked = grant.checks().admit(call);
        List<Step> steps = new ArrayList<>(before);
        steps.addAll(checked.steps());
        Verdict<TokenRequest> verdict = checked.verdict();
        return verdict.fold(
                ready -> new Answered(
                        say(grant.issue(ready)), ruling(ready.client().id(), null, steps)),
                refusal -> new Answered(say(refusal), ruling(call.client().id(), refusal, steps)));
    }

    private GrantHandler handler(TokenRequest call) {
        return Optional.ofNullable(grants.get(call.parameter("grant_type").orElse("")))
                .orElseThrow(() -> new IllegalStateException("the grant gate lets only known grants pass"));
    }

    /** The refusing step says nothing of the client, but the journal may know whom the caller claimed to be. */
    private Answered refused(Request request, Refusal refusal, Passage<TokenRequest> known) {
        String claimed = known.reached().knownClient().map(Client::id).orElseGet(() -> claimedBy(request));
        return new Answered(say(refusal), ruling(claimed, refusal, known.steps()));
    }

    private static String claimedBy(Request request) {
        return BasicCredentials.readings(request.headers().all("Authorization")).stream()
                .map(BasicCredentials::id)
                .findFirst()
                .orElse("");
    }

    private static Ruling ruling(String client, @Nullable Refusal refusal, List<Step> steps) {
        return new Ruling(steps, refusal, "token", client, "");
    }

    private Reply say(Refusal refusal) {
        if (refusal instanceof ProtocolError error) {
            return OAuthError.say(error, style.realm());
        }
        throw new IllegalStateException("the token endpoint refuses in the protocol's words, not by " + refusal.key());
    }

    /** Exactly the members that the bank's reply has, in its order. */
    private Reply say(Map<String, Object> members) {
        ObjectNode body = JSON.createObjectNode();
        for (String name : style.reply()) {
            if (members.containsKey(name)) {
                body.set(name, JSON.valueToTree(members.get(name)));
            }
        }
        Reply reply = NoStore.mark(Reply.of(200, "application/json", body.toString()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }
}
