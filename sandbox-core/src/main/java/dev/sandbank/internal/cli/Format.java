package dev.sandbank.internal.cli;

import dev.sandbank.internal.fixture.problem.DidYouMean;
import java.util.List;
import java.util.Locale;

/** The format of a result. */
enum Format {
    TEXT,
    MARKDOWN,
    JSON,
    HTML;

    /** Returns one of the formats that a command offers; any other name is the user's mistake. */
    static Format of(String name, List<Format> offered) {
        List<String> known = offered.stream().map(Format::word).toList();
        if (!known.contains(name)) {
            throw new UsageException("there is no format " + name + DidYouMean.instead(name, "a format", known));
        }
        return offered.get(known.indexOf(name));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
