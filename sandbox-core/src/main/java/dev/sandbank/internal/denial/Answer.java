package dev.sandbank.internal.denial;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.dialect.Envelope;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a bank to a rehearsed call.
 *
 * @param gate the gate that refused it; empty if it is allowed
 * @param reason the refusal's key, such as {@code scope-missing}; empty if it is allowed
 * @param phrase the key of the bank's phrase for it, often the same; empty if it is allowed
 * @param status the HTTP status
 * @param code the bank's own code for it, and as the body has it; both empty if it is allowed, or its bodies have none
 * @param caller who called
 */
record Answer(String gate, String reason, String phrase, int status, Code code, Caller caller) {

    /** The bank's word, and the text of the body that contains it. */
    record Code(String word, String whole) {

        static final Code NONE = new Code("", "");
    }

    /**
     * The caller of a call, and what it lacked.
     *
     * @param client the client
     * @param subject the acting subject
     * @param required the missing scopes or permission
     */
    record Caller(String client, String subject, List<String> required) {

        static Caller of(Decision decision) {
            return new Caller(decision.client(), decision.subject(), decision.required());
        }

        List<String> differences(Decision other) {
            List<String> all = new ArrayList<>();
            if (!client.equals(other.client())) {
                all.add("it was not made by client " + client);
            }
            if (!subject.equals(other.subject())) {
                all.add("it was not made for " + (subject.isEmpty() ? "the client itself" : subject));
            }
            if (!required.equals(other.required())) {
                all.add("it was not refused for missing " + String.join(" ", required));
            }
            return all;
        }
    }

    static Answer of(DecidedReply answered, Envelope envelope) {
        int status = answered.reply().status();
        Caller caller = Caller.of(answered.decision());
        List<Gate> gates = answered.decision().gates();
        return answered.refused()
                .map(why -> new Answer(
                        gates.get(gates.size() - 1).name(),
                        why.key(),
                        why.phrase(),
                        status,
                        code(why, answered.reply(), envelope),
                        caller))
                .orElseGet(() -> new Answer("", "", "", status, Code.NONE, caller));
    }

    /** Returns the code; the token server has codes of its own (RFC 6749 §5.2). */
    private static Code code(Refusal why, Reply reply, Envelope envelope) {
        String own = envelope.codeIn(reply.body());
        if (why instanceof Refusal.ProtocolError && own.isEmpty()) {
            String error = Envelope.textAt("/error", reply.body());
            return new Code(error, error);
        }
        return new Code(envelope.word(own), own);
    }

    boolean allowed() {
        return gate.isEmpty();
    }
}
