package dev.sandbank.internal.model;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply and the decision behind it.
 *
 * @param reply the reply to send
 * @param decision the decision behind it
 * @param refusal the first refusal, or null if the call was allowed
 */
public record DecidedReply(
        Reply reply, Decision decision, @Nullable Refusal refusal) {

    /**
     * Pairs a reply with its decision.
     *
     * @param gates every gate that was asked, in order; the last one is the refusing one if any
     * @param operation the operation or endpoint, or empty if the call led nowhere
     * @param client the client's id, or empty if it is not known
     * @param subject the acting subject, such as {@code user ada}, or empty if it is not known
     */
    public static DecidedReply of(
            Reply reply, List<Gate> gates, @Nullable Refusal refusal, String operation, String client, String subject) {
        List<String> required = refusal == null ? List.of() : refusal.listed("required");
        List<String> held = refusal == null ? List.of() : refusal.listed("held");
        String key = refusal == null ? "" : refusal.key();
        return new DecidedReply(
                reply, new Decision(operation, client, subject, gates, key, required, held, reply.status()), refusal);
    }

    /** Returns the same decision with another reply. */
    public DecidedReply with(Reply other) {
        return with(other, decision.gates());
    }

    /** Returns the same with another reply and other gates. */
    public DecidedReply with(Reply other, List<Gate> gates) {
        return of(other, gates, refusal, decision.operation(), decision.client(), decision.subject());
    }

    /** Whether the call was refused for this reason. */
    public boolean isOf(String reason) {
        return decision.refusal().equals(reason);
    }

    /** Returns the same with more at the end of what the last gate saw. */
    public DecidedReply adding(String more) {
        List<Gate> gates = new ArrayList<>(decision.gates());
        Gate last = gates.remove(gates.size() - 1);
        gates.add(new Gate(last.name(), last.verdict(), last.saw() + more));
        return with(reply, gates);
    }

    public Optional<Refusal> refused() {
        return Optional.ofNullable(refusal);
    }
}
