package dev.sandbank;

import java.util.List;
import java.util.Optional;

/**
 * How one call was decided: which gates it was led through, what each saw, and where it stopped.
 *
 * @param operation the operation id, or the name of the token server's endpoint; empty if the call led nowhere
 * @param client the id of the client that called, or claimed to; empty if none was named
 * @param subject for whom the call was made, such as {@code user ada}; empty if that was not established
 * @param gates every gate that was asked, in order; a refusing gate is the last
 * @param refusal the reason, one of {@link DenialReason} or a bank's own; empty if the call was allowed
 * @param required what the call would have needed: scopes or a permission; empty if that was not the reason
 * @param held what it had of that kind
 * @param status the HTTP status of the reply
 */
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
     * What one gate said.
     *
     * @param name the gate's name, such as {@code scope}
     * @param verdict whether it let the call on
     * @param saw what it looked at and found, in words; never a secret
     */
    public record Gate(String name, Verdict verdict, String saw) {}

    /** A gate lets a call on or turns it away. */
    public enum Verdict {
        PASSED,
        REFUSED,
        /** The bank did as it was asked, and its reply is not what it should be: a fault of the test, or a dialect, spoiled it. */
        SPOILED
    }

    public Decision {
        gates = List.copyOf(gates);
        required = List.copyOf(required);
        held = List.copyOf(held);
    }

    /** Whether every gate let the call on; what became of the reply is another matter. */
    public boolean allowed() {
        return refusal.isEmpty();
    }

    /**
     * What is wrong with the reply to an allowed call, such as {@code a fault ends the connection without a reply}, or {@code the
     * reply is not as the description says: …}; nothing if nothing is.
     */
    public Optional<String> spoiledBy() {
        return gates.stream()
                .filter(gate -> gate.verdict() == Verdict.SPOILED)
                .map(gate -> (gate.name().equals("fault") ? "a " : "the ") + gate.name() + " " + gate.saw())
                .findFirst();
    }

    /** Whether it was refused for a reason, or for one of the group of that name, see {@link DenialReason#covers}. */
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

    /** Every gate with its verdict and what it saw, a line for each, such as {@code scope        ✗ refuse  needs …}. */
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
