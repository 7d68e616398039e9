package dev.sandbank.internal.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.function.Function;

/** How the endpoints that clients call directly answer: JSON that no cache keeps, errors as RFC 6749 §5.2 says. */
final class DirectCalls {

    private final String realm;

    DirectCalls(String realm) {
        this.realm = realm;
    }

    static Reply json(JsonNode body) {
        return NoStore.mark(Reply.of(200, "application/json", body.toString()));
    }

    DecidedReply answer(
            Endpoint endpoint,
            Request request,
            PipelineResult<TokenRequest> passage,
            Function<TokenRequest, Reply> reply) {
        return passage.verdict()
                .fold(
                        call -> DecidedReply.of(
                                reply.apply(call),
                                passage.steps(),
                                null,
                                endpoint.name(),
                                call.client().id(),
                                subject(call)),
                        refusal -> DecidedReply.of(
                                say(refusal),
                                passage.steps(),
                                refusal,
                                endpoint.name(),
                                client(request, passage.reached()),
                                subject(passage.reached())));
    }

    /** The reply says nothing of the client, but the journal may know whom the caller claimed to be. */
    private static String client(Request request, TokenRequest reached) {
        return reached.knownClient()
                .map(Client::id)
                .or(() -> BasicCredentials.readings(request.headers().all("Authorization")).stream()
                        .map(BasicCredentials::id)
                        .findFirst())
                .or(() -> reached.parameter("client_id"))
                .orElse("");
    }

    private static String subject(TokenRequest call) {
        return call.knownSignIn().map(signIn -> "user " + signIn.user()).orElse("");
    }

    private Reply say(Refusal refusal) {
        if (refusal instanceof ProtocolError error) {
            return OAuthError.say(error, realm);
        }
        throw new IllegalStateException("clients are refused in the protocol's words, not by " + refusal.key());
    }
}
