package dev.sandbank;

import java.util.List;

/**
 * Lets calls go wrong on purpose, at the bank's end.
 *
 * <pre>{@code
 * bank.faults().on("createTransfer").next(2).fail(503);
 * bank.faults().by("payouts").withProbability(0.2, 42).drop();
 * bank.faults().on("token").delay(Duration.ofSeconds(3));
 * bank.faults().clear();
 * }</pre>
 *
 * <p>The last method of the chain sets the fault. It strikes from then on, until it has struck all its calls or you clear it. If
 * several faults match a call, the one that you set first strikes. The journal shows which calls were struck.
 */
@Stable
public interface SandbankFaults {

    /** Strikes every call, until you narrow it. */
    @CheckReturnValue
    SandbankFault anywhere();

    /**
     * Strikes calls of these operations, such as {@code createTransfer}, or endpoints of the token server, such as {@code token}.
     *
     * @throws IllegalArgumentException if the bank has no such operation or endpoint
     */
    @CheckReturnValue
    SandbankFault on(String... operationsOrEndpoints);

    /**
     * Strikes calls whose token or credentials name one of these clients.
     *
     * @throws IllegalArgumentException if there is no such client
     */
    @CheckReturnValue
    SandbankFault by(String... clientIds);

    /** Clears all faults. */
    void clear();

    /**
     * Clears one fault.
     *
     * @param id its number, from 1, as in {@link #unmet()} and {@link SandbankJournal#changes()}
     * @throws IllegalArgumentException if there is no fault of this number, or no longer
     */
    void clear(long id);

    /**
     * Describes the faults that have not struck any call so far, such as {@code fault 1 answers 503, to createTransfer, 2
     * times}: a test that ends now has shown nothing. Faults by chance, and those that {@linkplain SandbankFault#maybe() need
     * not} strike, are left out.
     */
    List<String> unmet();

    /** How many faults are set. */
    int count();
}
