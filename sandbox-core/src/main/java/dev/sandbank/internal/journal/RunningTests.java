package dev.sandbank.internal.journal;

import dev.sandbank.Exchange;
import dev.sandbank.internal.model.Request;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tests that use a sandbox at the moment, so that the journal can say which test a call belongs to. */
public final class RunningTests {

    /** The header field with which a call itself names its test. */
    private static final String HEADER = "Sandbank-Test";

    private static final int LONGEST_NAME = 500;
    private static final int MOST = 1000;

    private final Deque<Running> running = new ArrayDeque<>();
    private final Set<String> known = new LinkedHashSet<>();
    private volatile List<String> distinct = List.of();

    /**
     * A running test.
     *
     * @param name its name
     * @param after the number of the latest call before it
     * @param thread the thread on which it began
     */
    private record Running(String name, long after, long thread) {}

    /** Begins a test; if too many never end, the oldest is dropped. */
    public synchronized void begin(String test, long after) {
        running.addLast(new Running(name(test), after, Thread.currentThread().getId()));
        if (running.size() > MOST) {
            running.removeFirst();
        }
        known.add(name(test));
        if (known.size() > MOST) {
            known.remove(known.iterator().next());
        }
        distinct = names();
    }

    /** Ends one test of this name, if there is one. */
    public synchronized void end(String test) {
        running.stream()
                .filter(one -> one.name().equals(name(test)))
                .findFirst()
                .ifPresent(running::remove);
        distinct = names();
    }

    /** Starts counting calls from one again. */
    public synchronized void startAgain() {
        List<Running> all = List.copyOf(running);
        running.clear();
        all.forEach(one -> running.add(new Running(one.name(), 0, one.thread())));
    }

    private List<String> names() {
        return running.stream().map(Running::name).distinct().toList();
    }

    /** Whether a call belongs to the test of this thread, or to a running test if the thread has none. */
    public synchronized boolean isOfThisThread(Exchange call) {
        long thread = Thread.currentThread().getId();
        List<Running> ours =
                running.stream().filter(one -> one.thread() == thread).reduce((earlier, later) -> later).stream()
                        .toList();
        Collection<Running> meant = ours.isEmpty() ? running : ours;
        return meant.isEmpty() || meant.stream().anyMatch(test -> call.number() > test.after() && isOf(test, call));
    }

    /** Whether a call belongs to a test; the name in the call may be no test's. */
    private boolean isOf(Running test, Exchange call) {
        return call.tests().isEmpty()
                || call.tests().contains(test.name())
                || call.tests().stream().noneMatch(known::contains);
    }

    /** Returns the tests that a request belongs to: the test that it names, otherwise all that run when it arrives. */
    public List<String> of(Request request) {
        return request.headers()
                .first(HEADER)
                .filter(name -> !name.isBlank())
                .map(name -> List.of(name(name)))
                .orElse(distinct);
    }

    private static String name(String test) {
        return ExchangeRecorder.cut(test.strip(), LONGEST_NAME);
    }
}
