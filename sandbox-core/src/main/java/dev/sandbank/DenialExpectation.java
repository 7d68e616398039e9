package dev.sandbank;

/**
 * What an action is to be denied, see {@link Sandbank#expectDenial(String)}. Immutable.
 *
 * <pre>{@code
 * bank.expectDenial(INSUFFICIENT_FUNDS).of("createTransaction").besides("createQuote").during(() -> payouts.pay("ada", "10.00"));
 * }</pre>
 *
 * <p>What counts are the calls that arrive while the action runs, those of other threads among them, but none that
 * {@linkplain SandbankJournal#isOfThisTest belongs to another test}. If a call that writes is allowed meanwhile the denial
 * stopped nothing, and the expectation fails, unless {@link #besides} says so.
 *
 * <p>What the action throws once it was denied is taken as its answer, but for what only a bug throws: an {@link Error}, and
 * {@link NullPointerException}, {@link ClassCastException}, {@link IndexOutOfBoundsException}, {@link ArithmeticException} and
 * {@link ArrayStoreException} are passed on.
 */
public interface DenialExpectation {

    /** Only a denial of this operation, or of this endpoint of the token server, counts. */
    @CheckReturnValue
    DenialExpectation of(String operation);

    /** Calls of these operations write and may be allowed all the same, such as what has to be there before. */
    @CheckReturnValue
    DenialExpectation besides(String... operations);

    /**
     * Does something that is to be denied.
     *
     * @return the first call that was denied so
     * @throws AssertionError if none was; it tells what happened instead, gate by gate, and names that look misspelt
     */
    Exchange during(Sandbank.Action action);

    /**
     * Does something that is to be denied and is to answer that with an exception.
     *
     * @param thrown the type of the exception
     * @return what the action threw
     * @throws AssertionError if it was not denied so, or threw nothing of this type
     */
    <T extends Throwable> T during(Class<T> thrown, Sandbank.Action action);
}
