package dev.sandbank;

import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.problem.Problem;
import java.util.List;
import java.util.function.Supplier;

/** Tells the problems of a bad fixture in the exception that users know. */
final class FixtureReading {

    private FixtureReading() {}

    /** @throws SandbankException if a fixture is bad */
    static <T> T unlessBad(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (FixtureException e) {
            List<String> problems = e.problems().stream().map(Problem::toString).toList();
            throw new SandbankException(String.valueOf(e.getMessage()), problems, e);
        }
    }
}
