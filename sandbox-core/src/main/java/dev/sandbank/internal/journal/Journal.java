package dev.sandbank.internal.journal;

import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.SandbankJournal;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.time.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The latest calls of one sandbox, in the order in which they were decided. When it is full, it drops the oldest call
 * and counts it.
 *
 * <p>It is full when it has the maximum number of calls, or when they take up its share of memory. Safe for use by many threads.
 */
public final class Journal implements SandbankJournal {

    /** The most calls that are kept. */
    public static final int MOST_CALLS = 10_000;

    /** The most characters of a body that are kept. */
    public static final int LONGEST_BODY = 4096;

    /** The most characters of a target, and of each header field, that are kept. */
    public static final int LONGEST_HEAD = 8192;

    private static final int MOST_AWAITED = 100;
    private static final int LONGEST_NOTE = 1000;
    private static final int NOTES_PART = 8;

    private final Lock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final CallBuffer kept;
    private final ChangeBuffer notes;
    private final TreeSet<Long> underWay = new TreeSet<>();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private final List<ArrivalComparisons> awaited = new CopyOnWriteArrayList<>();
    private final RunningTests tests = new RunningTests();
    private final ExpectedRefusals expected = new ExpectedRefusals();
    private long given;
    private long cleared;
    private long revision;
    private boolean closed;

    /** @param bytes about how much memory the calls and notes may take together */
    public Journal(long bytes) {
        this.notes = new ChangeBuffer(MOST_CALLS, bytes / NOTES_PART);
        this.kept = new CallBuffer(MOST_CALLS, bytes - bytes / NOTES_PART);
    }

    /** Adds a listener for each call; it runs on the thread that served the call, before the reply is sent. */
    public void listen(Consumer<Exchange> listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void ignore(Consumer<Exchange> listener) {
        listeners.remove(listener);
    }

    /** Runs an action; returns the calls that came in the meantime, including those that are no longer kept. */
    public List<Exchange> during(Runnable action) {
        Queue<Exchange> calls = new ConcurrentLinkedQueue<>();
        Consumer<Exchange> listener = calls::add;
        listen(listener);
        try {
            action.run();
        } finally {
            ignore(listener);
        }
        return List.copyOf(calls);
    }

    /** Compares each call from now on, until the journal is cleared or many more comparisons have begun. */
    public ArrivalComparisons await(Function<Request, List<String>> comparison) {
        ArrivalComparisons arrivals = new ArrivalComparisons(comparison);
        alone(() -> {
            awaited.add(arrivals);
            if (awaited.size() > MOST_AWAITED) {
                awaited.remove(0);
            }
        });
        return arrivals;
    }

    /** Returns the tests that are running; clearing the journal does not change them. */
    public RunningTests tests() {
        return tests;
    }

    /** Gives a call its number, which is its place; the caller must then record or {@linkplain #abandon abandon} it. */
    public long reserve() {
        return locked(() -> {
            underWay.add(++given);
            if (underWay.size() > MOST_CALLS) {
                underWay.pollFirst();
            }
            return given;
        });
    }

    /** Says how one call refers to another, by the number from {@link #reserve}; a cleared journal starts again. */
    String told(long reserved) {
        long number = locked(() -> reserved - cleared);
        String earlier = reserved == 0 ? "by a control, not a call" : "in a call before the journal was cleared";
        return number > 0 ? "in call " + number : earlier;
    }

    /** Gives up a number because its call failed. Does nothing if the call was recorded. */
    public void abandon(long reserved) {
        alone(() -> underWay.remove(reserved));
    }

    /**
     * Records a call at its place.
     *
     * @param reserved the number from {@link #reserve}; if the journal was cleared since, the call becomes the next one after that
     * @param of the tests that it belongs to
     */
    public void record(
            long reserved, Request request, DecidedReply answered, Instant at, List<String> of, Callee callee) {
        Exchange whole = new ExchangeRecorder(callee).of(reserved, request, answered, at, of);
        Exchange call = locked(() -> {
            underWay.remove(reserved);
            long number = reserved > cleared ? reserved : ++given;
            Exchange lean = kept.add(whole, number - cleared);
            changed();
            return lean;
        });
        awaited.forEach(arrivals -> arrivals.compare(call, request));
        listeners.forEach(listener -> listener.accept(call));
    }

    /** Records what a test did; as many notes are kept as calls, in a part of their memory. */
    public void note(String what, Instant at) {
        alone(() -> notes.add(new Change(given - cleared, at, ExchangeRecorder.cut(what, LONGEST_NOTE))));
    }

    /** Returns a number up to which every call is recorded or never will be: a later look from there misses none. */
    public long settled() {
        return locked(() -> (underWay.isEmpty() ? given : underWay.first() - 1) - cleared);
    }

    /** Returns what changes when the journal is cleared and its numbers begin again. */
    public long beganAfter() {
        return locked(() -> cleared);
    }

    @Override
    public List<Change> changes() {
        return locked(notes::all);
    }

    @Override
    public List<Exchange> calls() {
        return locked(kept::all);
    }

    /** Counts what each gate did since the start or {@link #forget}, also with calls that are no longer kept. */
    public GateCounts counts() {
        return locked(kept::counts).get();
    }

    @Override
    public long dropped() {
        return locked(kept::dropped);
    }

    @Override
    public void beginTest(String name) {
        alone(() -> tests.begin(name, given - cleared));
    }

    @Override
    public void endTest(String name) {
        tests.end(name);
    }

    @Override
    public boolean isOfThisTest(Exchange call) {
        return tests.isOfThisThread(call);
    }

    @Override
    public void expect(Exchange refused) {
        expected.add(refused);
    }

    public boolean isExpected(Exchange refused) {
        return expected.contains(refused);
    }

    @Override
    public List<Exchange> unexpectedRefusals() {
        return expected.others(calls()).stream().filter(this::isOfThisTest).toList();
    }

    @Override
    public boolean awaitCall(Predicate<Exchange> fits, Duration atMost) throws InterruptedException {
        return awaitCalls(all -> all.stream().anyMatch(fits), atMost);
    }

    @Override
    public boolean awaitCalls(Predicate<List<Exchange>> fit, Duration atMost) throws InterruptedException {
        long left = TimeLimits.wait(atMost).toNanos();
        while (true) {
            Seen seen = locked(() -> new Seen(kept.all(), revision, closed));
            if (fit.test(seen.calls())) {
                return true;
            }
            if (seen.closed()) {
                return false;
            }
            left = awaitChange(seen.revision(), left);
            if (left <= 0) {
                return false;
            }
        }
    }

    /** The journal at one moment, so that no call has to wait while somebody reads it. */
    private record Seen(List<Exchange> calls, long revision, boolean closed) {}

    /** Waits for a change; returns the remaining time, or zero if there was no change in time. */
    private long awaitChange(long since, long nanoseconds) throws InterruptedException {
        long left = nanoseconds;
        lock.lock();
        try {
            while (revision == since && left > 0) {
                left = grown.awaitNanos(left);
            }
            return revision == since ? 0 : Math.max(left, 1);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void clear() {
        alone(() -> {
            kept.clear();
            notes.clear();
            underWay.clear();
            awaited.clear();
            cleared = given;
            tests.startAgain();
            expected.clear();
            changed();
        });
    }

    /** Removes all calls and changes, also from the {@linkplain #counts counts}: their bank has another fixture now. */
    public void forget() {
        clear();
        alone(kept::forget);
    }

    /** Ends all waiting for further calls; the calls can still be read. */
    public void close() {
        alone(() -> {
            closed = true;
            changed();
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void alone(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    private void changed() {
        revision++;
        grown.signalAll();
    }
}
