package dev.sandbank;

import java.util.List;

/**
 * Thrown if a sandbox cannot start, because its fixture is bad or its port is taken, or if its server cannot be reached or no longer has
 * it. The message lists everything that is wrong.
 */
@Stable
public final class SandbankException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SandbankException(String message, List<String> problems, Throwable cause) {
        super(message, cause);
        this.problems = List.copyOf(problems);
    }

    /**
     * For a bad fixture.
     *
     * @param problems its problems, one by one
     */
    public SandbankException(String message, List<String> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** For any other problem. */
    public SandbankException(String message, Throwable cause) {
        this(message, List.of(), cause);
    }

    /** The problems of a fixture, each as {@code file:line: path: message}; empty if something else was wrong. */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
