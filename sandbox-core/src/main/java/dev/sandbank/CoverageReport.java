package dev.sandbank;

import dev.sandbank.internal.coverage.CoverageFolder;
import dev.sandbank.internal.coverage.CoverageOfTests;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The coverage of many tests. The JUnit extension writes one for each run; with another test framework, you can do so.
 *
 * <pre>{@code
 * CoverageReport report = new CoverageReport();
 * report.add("PaymentsTest", bank.coverage());
 * report.mergeInto(Path.of("target", "sandbank"));
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
@Experimental
public final class CoverageReport {

    private final CoverageOfTests tests = new CoverageOfTests();

    /** Adds what a test covered; several sandboxes of one test add up. */
    public synchronized void add(String test, Coverage coverage) {
        tests.add(test, coverage);
    }

    /**
     * Writes {@code coverage.json}, {@code coverage.txt} and {@code coverage.html} into a folder. What other tests covered stays there; of each test, the last run counts.
     * Several processes can write into the same folder.
     */
    public synchronized void mergeInto(Path folder) throws IOException {
        if (!tests.isEmpty()) {
            new CoverageFolder(folder).add(tests);
        }
    }
}
