package dev.sandbank;

/**
 * One way in which a bank refuses an operation under a fixture, and its answer.
 *
 * <pre>{@code
 * for (Denial denial : Sandbank.builder().fixture("apiture").denials("createTransfer")) {
 *     try (Sandbank bank = Sandbank.start("apiture")) {
 *         HttpRequest request = denial.arrange(bank).request();
 *     }
 * }
 * }</pre>
 *
 * <p>Sandbank finds it in the fixture and by a dry run, in which the bank itself answers: each denial has happened there.
 */
@Experimental
public interface Denial {

    /** The operation, such as {@code createTransfer}. */
    String operation();

    /** The gate that refuses, such as {@code scope}: the name of the last of {@link Decision#gates()}. */
    String gate();

    /** The gate and what is wrong, such as {@code scope: without moneyMovement/write}; unique among the denials of the operation. */
    String name();

    /** The reason, one of {@link DenialReason} or a bank's own, as in {@link Decision#refusal()}. */
    String reason();

    /** The HTTP status of the bank's answer. */
    int status();

    /** The bank's own code in the body of the answer, such as {@code customerDisabled}; empty if there is none. */
    String code();

    /** The code as the body spells it: the same as {@link #code()}, or the URL that it is a part of. */
    String codeInBody();

    /**
     * Whether a correct call meets this denial: with the token, the ids and the user of the arranged call, the bank refuses it
     * in this way, even if the client chooses everything else.
     */
    boolean byState();

    /**
     * Prepares a sandbox so that it refuses the call in this way. The sandbox should be new, and of the fixture that this denial
     * was listed for: after other changes, it may refuse the call for another reason.
     *
     * @return the call that is refused in this way, which you still have to send
     * @throws IllegalArgumentException if the sandbox is of another bank, or has no such denial on its day
     */
    ArrangedCall arrange(Sandbank bank);
}
