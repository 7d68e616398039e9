package dev.sandbank.internal.denial;

import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.dialect.Dialect.Envelope;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
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
        return answered.refused()
                .map(why -> refused(why, last(answered.decision().gates()), status, code(answered, envelope)))
                .orElseGet(() -> new Answer("", "", "", status, ""));
    }

    private static Answer refused(Refusal why, String gate, int status, String code) {
        return new Answer(gate, why.key(), why.phrase(), status, code);
    }

    private static String last(List<Gate> gates) {
        return gates.get(gates.size() - 1).name();
    }

    /** The token server has codes of its own (RFC 6749 §5.2). */
    private static String code(DecidedReply answered, Envelope envelope) {
        String body = answered.reply().body();
        String own = envelope.codeIn(body);
        boolean protocol = answered.refused().orElseThrow() instanceof Refusal.ProtocolError;
        return protocol && own.isEmpty() ? Envelope.textAt("/error", body) : own;
    }

    boolean allowed() {
        return gate.isEmpty();
    }
}
