package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.Answered;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The latest calls of one sandbox, oldest first; when it is full the oldest is dropped and counted.
 *
 * <p>Safe for use by many threads.
 */
public final class Journal {

    /** How many calls are kept. */
    public static final int MOST_CALLS = 10_000;

    /** How many characters of a body are kept. */
    public static final int LONGEST_BODY = 4096;

    /** How many characters of a target, and of each header field, are kept. */
    public static final int LONGEST_HEAD = 8192;

    private final Lock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Deque<Note> notes = new ArrayDeque<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    private final RunningTests tests = new RunningTests();
    private long count;
    private long changes;
    private boolean closed;

    /** Calls somebody back after each call, on the thread that served it, before its reply is sent. */
    public void listen(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    /** Does not call somebody back any more. */
    public void ignore(Consumer<Entry> listener) {
        listeners.remove(listener);
    }

    /** The tests that run at the moment; they stay when the journal is cleared. */
    public RunningTests tests() {
        return tests;
    }

    /**
     * Writes a call down.
     *
     * @param of the tests it belongs to
     */
    public void record(Request request, Answered answered, Instant at, List<String> of) {
        Reply reply = answered.reply();
        Entry entry;
        lock.lock();
        try {
            entry = new Entry(
                    ++count,
                    at,
                    request.method(),
                    Redaction.form(bounded(request.target(), LONGEST_HEAD)),
                    headers(request),
                    body(request.body().text()),
                    reply.status(),
                    replyHeaders(reply),
                    body(reply.body()),
                    answered.ruling(),
                    of);
            entries.addLast(entry);
            if (entries.size() > MOST_CALLS) {
                entries.removeFirst();
            }
            changed();
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(entry));
    }

    /** Writes down what a test did; as many notes are kept as calls. */
    public void note(String what, Instant at) {
        lock.lock();
        try {
            notes.addLast(new Note(count, at, what));
            if (notes.size() > MOST_CALLS) {
                notes.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What tests did, oldest first. */
    public List<Note> notes() {
        lock.lock();
        try {
            return List.copyOf(notes);
        } finally {
            lock.unlock();
        }
    }

    /** All calls that are still kept, oldest first. */
    public List<Entry> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** How many calls were dropped because the journal was full. */
    public long dropped() {
        lock.lock();
        try {
            return count - entries.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a call that fits is there; false if none came in time. */
    public boolean await(Predicate<Entry> fits, Duration atMost) throws InterruptedException {
        return awaitAll(all -> all.stream().anyMatch(fits), atMost);
    }

    /** Waits until all calls together fit, looking anew after each; false if they did not in time or before the end. */
    public boolean awaitAll(Predicate<List<Entry>> fit, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        while (true) {
            Seen seen = look();
            if (fit.test(seen.entries())) {
                return true;
            }
            if (seen.closed()) {
                return false;
            }
            left = awaitChange(seen.changes(), left);
            if (left <= 0) {
                return false;
            }
        }
    }

    /** The journal at a moment, so that nobody has to be held up while it is looked at. */
    private record Seen(List<Entry> entries, long changes, boolean closed) {}

    private Seen look() {
        lock.lock();
        try {
            return new Seen(List.copyOf(entries), changes, closed);
        } finally {
            lock.unlock();
        }
    }

    /** How long there is left once something changed; nothing if that was not in time. */
    private long awaitChange(long since, long nanoseconds) throws InterruptedException {
        long left = nanoseconds;
        lock.lock();
        try {
            while (changes == since && left > 0) {
                left = grown.awaitNanos(left);
            }
            return changes == since ? 0 : Math.max(left, 1);
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            entries.clear();
            notes.clear();
            count = 0;
            changed();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits for further calls any more; what there is can still be read. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed();
        } finally {
            lock.unlock();
        }
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> kept =
                new LinkedHashMap<>(Redaction.headers(request.headers().asMap()));
        kept.replaceAll((name, values) ->
                values.stream().map(value -> bounded(value, LONGEST_HEAD)).toList());
        return kept;
    }

    private void changed() {
        changes++;
        grown.signalAll();
    }

    private static Map<String, String> replyHeaders(Reply reply) {
        Map<String, String> safe = new LinkedHashMap<>();
        reply.headers().forEach((name, value) -> safe.put(name, bounded(Redaction.header(name, value), LONGEST_HEAD)));
        return safe;
    }

    private static String body(String text) {
        return Redaction.html(Redaction.json(Redaction.form(bounded(text, LONGEST_BODY))));
    }

    private static String bounded(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
