package dev.sandbank;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The calls of a sandbox, each with its decision, also calls that it could not read.
 *
 * <p>The journal keeps the latest 10,000 calls; {@link #dropped()} counts the rest.
 */
@Stable
public interface SandbankJournal {

    /** All calls that the journal still keeps, oldest first. */
    List<Exchange> calls();

    /**
     * Returns the latest call.
     *
     * @throws IllegalStateException if there was none
     */
    default Exchange lastCall() {
        List<Exchange> calls = calls();
        if (calls.isEmpty()) {
            throw new IllegalStateException("no call has reached the sandbox");
        }
        return calls.get(calls.size() - 1);
    }

    /**
     * The changes that the test made to the sandbox, oldest first, each with the call before it. The journal keeps the latest
     * 10,000.
     */
    List<Change> changes();

    /**
     * Marks the beginning of a test: calls belong to it until it ends. The JUnit extension does this for each test.
     *
     * <p>If several tests run at the same time, the sandbox cannot know which of them makes a call. The call then belongs to all of
     * them, unless it names its test in a header field {@code Sandbank-Test}.
     *
     * @param name the name that {@link Exchange#tests()} returns
     */
    void beginTest(String name);

    /** Marks the end of a test; if a call that it made arrives only later, the call does not belong to it. */
    void endTest(String name);

    /**
     * Whether a call belongs to the running test: the one that began on this thread, else any. Such a call came since the test
     * began, and names no other test. If no test runs, every call does.
     */
    boolean isOfThisTest(Exchange call);

    /** Marks a refusal as expected or checked by the test; the assertions of the JUnit extension do this. */
    void expect(Exchange refused);

    /** The calls of {@linkplain #isOfThisTest this test} that the bank refused, not a fault, and that no test expected. */
    List<Exchange> unexpectedRefusals();

    /** How many calls the journal no longer keeps. */
    long dropped();

    /**
     * Waits for a call, without polling.
     *
     * @param fits whether a call is the one to wait for; earlier calls count
     * @param atMost how long to wait, by the system's clock
     * @return whether such a call came
     * @throws IllegalArgumentException if the time is negative, or longer than 100,000 days
     */
    boolean awaitCall(Predicate<Exchange> fits, Duration atMost) throws InterruptedException;

    /**
     * Waits until a condition is true of all calls together, without polling: it is checked again after each call.
     *
     * <pre>{@code
     * bank.journal().awaitCalls(calls -> calls.size() >= 3, Duration.ofSeconds(5));
     * }</pre>
     *
     * @param fit the condition for the calls, oldest first
     * @param atMost how long to wait, by the system's clock
     * @return whether the condition became true
     * @throws IllegalArgumentException if the time is negative, or longer than 100,000 days
     */
    boolean awaitCalls(Predicate<List<Exchange>> fit, Duration atMost) throws InterruptedException;

    /** Removes all calls and changes so far. */
    void clear();
}
