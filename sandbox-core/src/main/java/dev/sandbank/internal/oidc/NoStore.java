package dev.sandbank.internal.oidc;

import dev.sandbank.internal.model.Reply;

/** Marks replies that no cache may keep (RFC 6749 §5.1). */
final class NoStore {

    private NoStore() {}

    static Reply mark(Reply reply) {
        return reply.withHeader("Cache-Control", "no-store").withHeader("Pragma", "no-cache");
    }
}
