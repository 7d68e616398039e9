package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The tests that use a sandbox at the moment, so that the journal can tell whose calls are whose. */
public final class RunningTests {

    /** By this header field a call says itself which test it belongs to. */
    private static final String HEADER = "Sandbank-Test";

    private final List<String> names = new CopyOnWriteArrayList<>();

    public void begin(String test) {
        names.add(test);
    }

    /** Ends one test of this name, if there is one. */
    public void end(String test) {
        names.remove(test);
    }

    /** The tests that a request belongs to: the one it names, else all that run when it arrives. */
    public List<String> of(Request request) {
        return request.headers()
                .first(HEADER)
                .filter(name -> !name.isBlank())
                .map(name -> List.of(name.strip()))
                .orElseGet(() -> names.stream().distinct().toList());
    }
}
