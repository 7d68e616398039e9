package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The tests that use a sandbox at the moment, so that the journal can tell whose calls are whose. */
public final class RunningTests {

    /** By this header field a call says itself which test it belongs to. */
    private static final String HEADER = "Sandbank-Test";

    private static final int LONGEST_NAME = 500;
    private static final int MOST = 1000;

    private final Deque<String> names = new ArrayDeque<>();
    private volatile List<String> distinct = List.of();

    /** Begins one test; of too many that never end the oldest is forgotten. */
    synchronized void begin(String test) {
        names.addLast(name(test));
        if (names.size() > MOST) {
            names.removeFirst();
        }
        distinct = names.stream().distinct().toList();
    }

    /** Ends one test of this name, if there is one. */
    synchronized void end(String test) {
        names.removeFirstOccurrence(name(test));
        distinct = names.stream().distinct().toList();
    }

    /** The tests that a request belongs to: the one it names, else all that run when it arrives. */
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
