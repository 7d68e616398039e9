package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Coverage;
import dev.sandbank.CoverageReport;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * What the tests of one run covered, written into a folder when the run is over. There is one for each run that uses a sandbox, unless the
 * configuration parameter {@value #PARAMETER} is {@code false}.
 */
final class RunCoverage implements CloseableResource, AutoCloseable {

    static final String PARAMETER = "sandbank.coverage";
    static final String FOLDER = "sandbank.coverage.folder";

    private static final System.Logger LOG = System.getLogger("dev.sandbank.junit");

    private final CoverageReport report = new CoverageReport();
    private final Map<Sandbank, Coverage> before = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Path folder;

    private RunCoverage(Path folder) {
        this.folder = folder;
    }

    /** Returns what to do with a sandbox that a test or class has to itself, before it closes. */
    static Consumer<Sandbank> ofOwner(ExtensionContext owner) {
        return of(owner)
                .<Consumer<Sandbank>>map(run -> bank -> run.add(owner, bank::coverage))
                .orElse(bank -> {});
    }

    /** Returns what to do with a sandbox of the whole JVM when a test that used it is over. */
    static Consumer<Sandbank> ofUser(ExtensionContext test) {
        return of(test).<Consumer<Sandbank>>map(run -> bank -> run.add(test, () -> run.sinceTheLastTest(bank)))
                .orElse(bank -> {});
    }

    private static Optional<RunCoverage> of(ExtensionContext user) {
        if (user.getConfigurationParameter(PARAMETER)
                .filter("false"::equalsIgnoreCase)
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(user.getRoot()
                .getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(RunCoverage.class, key -> new RunCoverage(folder(user)), RunCoverage.class));
    }

    private static Path folder(ExtensionContext context) {
        return context.getConfigurationParameter(FOLDER).map(Path::of).orElseGet(RunCoverage::usualFolder);
    }

    /** Where the files of a run are unless a parameter says otherwise. */
    static Path usualFolder() {
        return Path.of(System.getProperty("org.gradle.test.worker") == null ? "target" : "build", "sandbank");
    }

    private Coverage sinceTheLastTest(Sandbank bank) {
        Coverage now = bank.coverage();
        return Optional.ofNullable(before.put(bank, now)).map(now::since).orElse(now);
    }

    /** Several runs of one test method add up; a server that is gone, or too old, tells nothing. */
    private void add(ExtensionContext user, Supplier<Coverage> coverage) {
        String type = user.getTestClass().map(Class::getName).orElse("");
        String test = type
                + user.getTestMethod().map(method -> "." + method.getName()).orElse("");
        try {
            report.add(test, coverage.get());
        } catch (SandbankException | IllegalArgumentException untold) {
            LOG.log(System.Logger.Level.DEBUG, "the server of a sandbox does not tell its coverage", untold);
        }
    }

    /** Writes the files; tests that passed do not fail because of them. */
    @Override
    public void close() {
        try {
            report.mergeInto(folder);
        } catch (IOException | OverlappingFileLockException failed) {
            LOG.log(System.Logger.Level.WARNING, "cannot write the coverage of the sandboxes into " + folder, failed);
        }
    }
}
