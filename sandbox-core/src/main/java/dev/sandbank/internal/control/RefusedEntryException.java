package dev.sandbank.internal.control;

import java.util.List;

/** No fixture could have an entry. Each problem says where, what was found and what was expected. */
public final class RefusedEntryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RefusedEntryException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems of the entry. */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
