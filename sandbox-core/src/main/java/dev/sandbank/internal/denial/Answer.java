package dev.sandbank.internal.denial;

import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.dialect.Envelope;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import java.util.List;

/**
 * What a bank answered to a rehearsed call.
 *
 * @param gate the gate that refused it; empty if it is allowed
 * @param reason the refusal's key, such as {@code scope-missing}; empty if it is allowed
 * @param phrase the key of the bank's phrase for it, often the same; empty if it is allowed
 * @param status the HTTP status
 * @param code the bank's own code for it, out of the body; empty if it is allowed, or its bodies have none
 */
record Answer(String gate, String reason, String phrase, int status, String code) {

    static Answer of(DecidedReply answered, Envelope envelope) {
        int status = answered.reply().status();
        List<Gate> gates = answered.decision().gates();
        return answered.refused()
                .map(why -> new Answer(
                        gates.get(gates.size() - 1).name(),
                        why.key(),
                        why.phrase(),
                        status,
                        code(why, answered.reply(), envelope)))
                .orElseGet(() -> new Answer("", "", "", status, ""));
    }

    /** The token server has codes of its own (RFC 6749 §5.2). */
    private static String code(Refusal why, Reply reply, Envelope envelope) {
        String own = envelope.codeIn(reply.body());
        return why instanceof Refusal.ProtocolError && own.isEmpty() ? Envelope.textAt("/error", reply.body()) : own;
    }

    boolean allowed() {
        return gate.isEmpty();
    }
}
