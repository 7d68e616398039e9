package dev.sandbank.internal.control;

import java.util.List;

/** An entry would be one that no fixture can have; each problem says where, what was found and what was expected. */
public final class RefusedEntryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RefusedEntryException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All of them. */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
