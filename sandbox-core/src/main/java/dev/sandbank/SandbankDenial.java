package dev.sandbank;

import dev.sandbank.internal.denial.Catalogue;
import dev.sandbank.internal.denial.Denial;
import dev.sandbank.internal.explain.ChoiceException;
import java.util.List;

/**
 * One way in which an operation is refused under a fixture, and what the bank answers then.
 *
 * <pre>{@code
 * for (SandbankDenial denial : Sandbank.builder().fixture("apiture").denials("createTransfer")) {
 *     try (Sandbank bank = Sandbank.start("apiture")) {
 *         HttpRequest request = denial.arrange(bank).request();
 *     }
 * }
 * }</pre>
 *
 * <p>What it tells comes from the fixture and from a dry run, in which the bank itself answers; nothing is told that it did not.
 */
public final class SandbankDenial {

    private final Denial denial;

    SandbankDenial(Denial denial) {
        this.denial = denial;
    }

    /** What a catalogue has, which is closed then. */
    static List<SandbankDenial> all(Catalogue catalogue, String operationId, String... gates) {
        try (catalogue) {
            return catalogue.of(operationId, List.of(gates)).stream()
                    .map(SandbankDenial::new)
                    .toList();
        } catch (ChoiceException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    /** The operation, such as {@code createTransfer}. */
    public String operation() {
        return denial.operation();
    }

    /** The gate that refuses, such as {@code scope}: the name of the last of {@link Decision#gates()}. */
    public String gate() {
        return denial.gate();
    }

    /** Gate and what is wrong, such as {@code scope: without moneyMovement/write}; no other denial has the same. */
    public String name() {
        return denial.gate() + ": " + denial.name();
    }

    /** The reason, one of {@link Refusals} or a bank's own, as {@link Decision#refusal()} tells it. */
    public String reason() {
        return denial.answer().reason();
    }

    /** The HTTP status that the bank answers. */
    public int status() {
        return denial.answer().status();
    }

    /** The bank's own code for it, out of the body of the answer; empty if its bodies have none. */
    public String code() {
        return denial.answer().code();
    }

    /**
     * Whether a call is refused so though nothing is wrong with how it is made: with the token, the ids and the user of the
     * arranged request, whatever else a client says, it meets this denial.
     */
    public boolean byState() {
        return denial.byState();
    }

    /**
     * Brings it about. The sandbox should be fresh, of the fixture that this was told for: after other changes there a call may
     * be refused for another reason.
     *
     * @return the call that is refused so; it is not made yet
     * @throws IllegalArgumentException if the sandbox is of another bank, or on its day there is no such denial
     */
    public ArrangedDenial arrange(Sandbank bank) {
        return new ArrangedDenial(denial.arrange(bank.bank()), bank.baseUrl());
    }

    /** The name, and what the bank answers. */
    @Override
    public String toString() {
        return name() + " -> " + status() + " " + reason();
    }
}
