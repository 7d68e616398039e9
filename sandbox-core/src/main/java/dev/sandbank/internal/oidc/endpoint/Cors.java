package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets scripts of any origin call the endpoints that browser applications need, and read errors too. No cookie plays a
 * part there, so any origin is as good as none.
 */
public final class Cors {

    private Cors() {}

    public static boolean isPreflight(Endpoint endpoint, Request request) {
        return endpoint.openToBrowsers()
                && request.method().equals("OPTIONS")
                && request.headers().has("Origin")
                && request.headers().has("Access-Control-Request-Method");
    }

    public static DecidedReply preflight(Endpoint endpoint) {
        Set<String> methods = new TreeSet<>(endpoint.methods());
        Reply reply = Reply.empty(204)
                .withHeader("Access-Control-Allow-Methods", String.join(", ", methods))
                .withHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, X-Requested-With, *")
                .withHeader("Access-Control-Max-Age", "600");
        return PublicReply.to(endpoint, reply);
    }

    public static DecidedReply mark(Endpoint endpoint, Request request, DecidedReply answered) {
        if (!endpoint.openToBrowsers()) {
            return answered;
        }
        Reply reply = answered.reply().withHeader("Vary", "Origin");
        return answered.with(
                request.headers().has("Origin")
                        ? reply.withHeader("Access-Control-Allow-Origin", "*")
                                .withHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, Date")
                        : reply);
    }
}
