package dev.sandbank.internal.site;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;

/**
 * Says whether a sandbox runs and whether it takes calls, for the operators who run it: they have no token and need not
 * know the bank.
 */
public final class Health {

    public static final String BASE = "/_sandbank/health";
    private static final String LIVE = "/live";
    private static final String READY = "/ready";

    private Health() {}

    static boolean isAt(String path) {
        return path.equals(BASE) || path.equals(BASE + LIVE) || path.equals(BASE + READY);
    }

    /** Answers for a sandbox, which is alive if it answers at all. */
    static Reply answer(Request request, boolean ready) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Reply.empty(405).withHeader("Allow", "GET, HEAD");
        }
        String asked = request.path().substring(BASE.length());
        String told = switch (asked) {
            case LIVE -> "{\"live\":true}";
            case READY -> "{\"ready\":" + ready + "}";
            default -> "{\"live\":true,\"ready\":" + ready + "}";
        };
        Reply reply = Reply.of(ready || asked.equals(LIVE) ? 200 : 503, "application/json", told)
                .withHeader("Cache-Control", "no-store");
        return request.method().equals("HEAD") ? reply.withoutBody() : reply;
    }
}
