package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.model.Reply;

/** Marks replies that no cache may keep (RFC 6749 §5.1). */
public final class NoStore {

    private NoStore() {}

    public static Reply mark(Reply reply) {
        return reply.withHeader("Cache-Control", "no-store").withHeader("Pragma", "no-cache");
    }
}
