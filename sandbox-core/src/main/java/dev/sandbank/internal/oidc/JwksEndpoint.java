package dev.sandbank.internal.oidc;

import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.endpoint.PublicReply;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import java.util.Set;

/** The public keys (RFC 7517 §5). */
final class JwksEndpoint implements Endpoint {

    private final SigningKeys keys;

    JwksEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "jwks";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public boolean decides() {
        return false;
    }

    @Override
    public boolean openToBrowsers() {
        return true;
    }

    @Override
    public DecidedReply answer(Request request) {
        Reply reply = Reply.of(200, "application/json", keys.published());
        return PublicReply.to(this, reply.withHeader("Cache-Control", "public, max-age=300"));
    }
}
