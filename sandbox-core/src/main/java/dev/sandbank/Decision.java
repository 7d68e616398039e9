package dev.sandbank;

import java.util.List;
import java.util.Optional;

/**
 * How the sandbox decided one call: which gates it passed, what each gate saw, and which one refused it.
 *
 * @param operation the operation id, or the name of the token server's endpoint; empty if the path leads nowhere
 * @param client the id of the client that called, or claimed to; empty if the call names none
 * @param subject for whom the call was made, such as {@code user ada}; empty if the sandbox did not find out
 * @param gates every gate that looked at the call, in order; a refusing gate is the last
 * @param refusal the reason, one of {@link DenialReason} or a bank's own; empty if the call was allowed
 * @param required the scopes or the permission that the call needed; empty if the refusal is about something else
 * @param held the scopes or permissions that it had
 * @param status the HTTP status of the reply
 */
@Stable
public record Decision(
        String operation,
        String client,
        String subject,
        List<Gate> gates,
        String refusal,
        List<String> required,
        List<String> held,
        int status) {

    /**
     * The verdict of one gate.
     *
     * @param name the gate's name, such as {@code scope}
     * @param verdict whether the call passed it
     * @param saw what it looked at and found, in words; never a secret
     */
    public record Gate(String name, Verdict verdict, String saw) {}

    /** Whether a call passed a gate. */
    public enum Verdict {
        PASSED,
        REFUSED,
        /** The bank did as it was asked, but its reply is wrong: a fault of the test, or the dialect, spoiled it. */
        SPOILED
    }

    public Decision {
        gates = List.copyOf(gates);
        required = List.copyOf(required);
        held = List.copyOf(held);
    }

    /** Whether the call passed every gate, even if a fault spoiled the reply. */
    public boolean allowed() {
        return refusal.isEmpty();
    }

    /**
     * What is wrong with the reply to an allowed call, such as {@code a fault ends the connection without a reply}, or {@code the
     * reply is not as the description says: …}; empty if the reply is right.
     */
    public Optional<String> spoiledBy() {
        return gates.stream()
                .filter(gate -> gate.verdict() == Verdict.SPOILED)
                .map(gate -> (gate.name().equals("fault") ? "a " : "the ") + gate.name() + " " + gate.saw())
                .findFirst();
    }

    /** Whether the call was refused for this reason, or for one of the group of this name, see {@link DenialReason#covers}. */
    public boolean refusedFor(String reason) {
        return !allowed() && DenialReason.covers(reason, refusal);
    }

    /**
     * The decision in one sentence, such as {@code refused at scope: needs moneyMovement/write, token holds
     * banking/read}.
     */
    public String explain() {
        if (allowed() || gates.isEmpty()) {
            return "allowed";
        }
        Gate last = gates.get(gates.size() - 1);
        return "refused at " + last.name() + ": " + last.saw();
    }

    /** One line for each gate, with its verdict and what it saw, such as {@code scope        ✗ refuse  needs …}. */
    public List<String> chain() {
        return gates.stream().map(Decision::line).toList();
    }

    private static String line(Gate gate) {
        String verdict = switch (gate.verdict()) {
            case PASSED -> "✓ pass";
            case REFUSED -> "✗ refuse";
            case SPOILED -> "✗ spoil";
        };
        return "%-12s %-8s  %s".formatted(gate.name(), verdict, gate.saw()).stripTrailing();
    }
}
