package dev.sandbank;

import java.util.List;

/**
 * What goes wrong on purpose, at the bank's end of the line.
 *
 * <pre>{@code
 * bank.faults().on("createTransfer").next(2).fail(503);
 * bank.faults().by("payouts").withProbability(0.2, 42).drop();
 * bank.faults().on("token").delay(Duration.ofSeconds(3));
 * bank.faults().clear();
 * }</pre>
 *
 * <p>A fault is set by the last of these words and strikes from then on, until its calls are counted out or it is cleared.
 * Of several that a call meets, the one that was set first strikes. The journal tells which calls were struck.
 */
public interface SandbankFaults {

    /** Whatever is called, by whomever; to be narrowed. */
    @CheckReturnValue
    SandbankFault anywhere();

    /**
     * Calls of these operations, such as {@code createTransfer}, or endpoints of the token server, such as {@code token}.
     *
     * @throws IllegalArgumentException if the bank has no such operation or endpoint
     */
    @CheckReturnValue
    SandbankFault on(String... operationsOrEndpoints);

    /**
     * Calls of these clients, as far as their credentials or tokens name them.
     *
     * @throws IllegalArgumentException if there is no such client
     */
    @CheckReturnValue
    SandbankFault by(String... clientIds);

    /** Takes all of them back. */
    void clear();

    /**
     * Takes one of them back.
     *
     * @param id its number, counted from 1, as {@link #unmet()} and {@link SandbankJournal#changes()} tell it
     * @throws IllegalArgumentException if there is none with this number, or no longer
     */
    void clear(long id);

    /**
     * Those that have struck no call so far though they are to, such as {@code fault 1 answers 503, to createTransfer, 2
     * times}: a test that ends so has shown nothing. Not among them are those by chance, and those that {@linkplain
     * SandbankFault#maybe() need not} strike.
     */
    List<String> unmet();

    /** How many there still are. */
    int count();
}
