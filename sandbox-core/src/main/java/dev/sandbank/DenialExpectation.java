package dev.sandbank;

/**
 * The denial that a test expects of an action, see {@link Sandbank#expectDenial(String)}. Immutable.
 *
 * <pre>{@code
 * bank.expectDenial(INSUFFICIENT_FUNDS).of("createTransaction").besides("createQuote").during(() -> payouts.pay("ada", "10.00"));
 * }</pre>
 *
 * <p>It counts the calls that arrive while the action runs, also those of other threads, but none that {@linkplain
 * SandbankJournal#isOfThisTest belongs to another test}. If the sandbox allows a call that writes meanwhile, the denial stopped
 * nothing, and the expectation fails, unless you name the operation with {@link #besides}.
 *
 * <p>If the call was denied, an exception of the action is its answer to the denial, unless only a bug throws it: an {@link Error},
 * {@link NullPointerException}, {@link ClassCastException}, {@link IndexOutOfBoundsException}, {@link ArithmeticException} or
 * {@link ArrayStoreException} is thrown on.
 */
@Stable
public interface DenialExpectation {

    /** Counts only a denial of this operation, or of this endpoint of the token server. */
    @CheckReturnValue
    DenialExpectation of(String operation);

    /** Lets the sandbox allow calls of these operations, which write, such as a quote before a transaction. */
    @CheckReturnValue
    DenialExpectation besides(String... operations);

    /**
     * Runs an action, and expects the denial meanwhile.
     *
     * @return the first call that was denied
     * @throws AssertionError if none was; the message says what happened instead, gate by gate, and which names look misspelt
     */
    Exchange during(Sandbank.Action action);

    /**
     * Runs an action, and expects the denial meanwhile and an exception of the action.
     *
     * @param thrown the type of the exception
     * @return the exception that the action threw
     * @throws AssertionError if no call was denied, or the action threw nothing of this type
     */
    <T extends Throwable> T during(Class<T> thrown, Sandbank.Action action);
}
