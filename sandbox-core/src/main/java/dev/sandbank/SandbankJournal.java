package dev.sandbank;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What happened in a sandbox: every call with its decision, those that could not be understood included.
 *
 * <p>The latest 10,000 calls are kept; {@link #dropped()} counts the rest.
 */
public interface SandbankJournal {

    /** All calls that are still kept, oldest first. */
    List<Exchange> calls();

    /**
     * The latest call.
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
     * What the test did to the sandbox by its controls, oldest first: each change with the call that it came after. The
     * latest 10,000 are kept.
     */
    List<Change> changes();

    /**
     * Notes that a test begins: until it ends, calls belong to it. The JUnit extension does so for each test.
     *
     * <p>A sandbox cannot know which of several tests at a time makes a call: it then belongs to all of them, unless it
     * names its own in a header field {@code Sandbank-Test}.
     *
     * @param name as {@link Exchange#tests()} is to tell it
     */
    void beginTest(String name);

    /** Notes that a test is over; a call that it made, and that arrives only now, does not belong to it. */
    void endTest(String name);

    /**
     * Whether a call belongs to the test that runs: that which began on this thread, else any. It came since the test began, and
     * names no other test. Where no test runs, every call does.
     */
    boolean isOfThisTest(Exchange call);

    /** Notes that a test expects this refusal, or has looked at it: the assertions of the JUnit extension do so. */
    void expect(Exchange refused);

    /** The calls of {@linkplain #isOfThisTest this test} that were refused, but by no fault, and that nobody expected. */
    List<Exchange> unexpectedRefusals();

    /** How many calls are no longer kept. */
    long dropped();

    /**
     * Waits for a call, without polling.
     *
     * @param fits tells whether a call is the one waited for; calls that were made before count
     * @param atMost how long to wait, by the system's clock
     * @return whether such a call was made
     * @throws IllegalArgumentException if the time is negative, or longer than 100,000 days
     */
    boolean awaitCall(Predicate<Exchange> fits, Duration atMost) throws InterruptedException;

    /**
     * Waits until all calls together are what is waited for, without polling: they are looked at anew after each call.
     *
     * <pre>{@code
     * bank.journal().awaitCalls(calls -> calls.size() >= 3, Duration.ofSeconds(5));
     * }</pre>
     *
     * @param fit tells whether the calls, oldest first, are what is waited for
     * @param atMost how long to wait, by the system's clock
     * @return whether they came to be
     * @throws IllegalArgumentException if the time is negative, or longer than 100,000 days
     */
    boolean awaitCalls(Predicate<List<Exchange>> fit, Duration atMost) throws InterruptedException;

    /** Forgets all calls and changes so far. */
    void clear();
}
