package dev.sandbank;

/**
 * One way in which an operation is refused under a fixture, and what the bank answers then.
 *
 * <pre>{@code
 * for (Denial denial : Sandbank.builder().fixture("apiture").denials("createTransfer")) {
 *     try (Sandbank bank = Sandbank.start("apiture")) {
 *         HttpRequest request = denial.arrange(bank).request();
 *     }
 * }
 * }</pre>
 *
 * <p>What it tells comes from the fixture and from a dry run, in which the bank itself answers; nothing is told that it did not.
 */
public interface Denial {

    /** The operation, such as {@code createTransfer}. */
    String operation();

    /** The gate that refuses, such as {@code scope}: the name of the last of {@link Decision#gates()}. */
    String gate();

    /** Gate and what is wrong, such as {@code scope: without moneyMovement/write}; no other denial has the same. */
    String name();

    /** The reason, one of {@link DenialReason} or a bank's own, as {@link Decision#refusal()} tells it. */
    String reason();

    /** The HTTP status that the bank answers. */
    int status();

    /** The bank's own word for it, such as {@code customerDisabled}, out of the body of the answer; empty if there is none. */
    String code();

    /** What the body has for it: the same or, where a bank says it by a URL, that URL. */
    String codeInBody();

    /**
     * Whether a call is refused so though nothing is wrong with how it is made: with the token, the ids and the user of the
     * arranged request, whatever else a client says, it meets this denial.
     */
    boolean byState();

    /**
     * Brings it about. The sandbox should be fresh, of the fixture that this was told for: after other changes there a call may
     * be refused for another reason.
     *
     * @return the call that is refused so; it is not made yet
     * @throws IllegalArgumentException if the sandbox is of another bank, or on its day there is no such denial
     */
    ArrangedCall arrange(Sandbank bank);
}
