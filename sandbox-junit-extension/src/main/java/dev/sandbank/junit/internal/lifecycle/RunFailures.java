package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Exchange;
import dev.sandbank.FailureBundle;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.junit.TestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What is kept of the tests that fail in one run: below each failure the last decisions, and for the first of them a bundle. Nothing is loaded and nothing is counted until a test fails.
 */
final class RunFailures {

    static final String PARAMETER = "sandbank.failures";
    static final String FOLDER = "sandbank.failures.folder";
    static final String MOST = "sandbank.failures.most";

    private static final int USUALLY_MOST = 20;
    private static final int LONGEST_NAME = 120;

    private static final System.Logger LOG = System.getLogger("dev.sandbank.junit");

    private final AtomicInteger written = new AtomicInteger();

    private RunFailures() {}

    /** Tells what the sandboxes of a test that failed decided, and keeps it. */
    static void keep(ExtensionContext test, Throwable failure, List<SandboxScope> scopes) {
        boolean off = test.getConfigurationParameter(PARAMETER)
                .filter("false"::equalsIgnoreCase)
                .isPresent();
        if (off || failure instanceof TestAbortedException) {
            return;
        }
        RunFailures run = test.getRoot()
                .getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(RunFailures.class, key -> new RunFailures(), RunFailures.class);
        for (SandboxScope scope : scopes) {
            scope.used().ifPresent(bank -> run.keep(test, failure, bank, scope.name()));
        }
    }

    private void keep(ExtensionContext test, Throwable failure, Sandbank bank, String name) {
        try {
            String kept = isOneOfTheFirst(test) ? bundle(test, bank, name) : "";
            failure.addSuppressed(new LastDecisions(bank, kept));
        } catch (IOException | SandbankException | IllegalStateException failed) {
            LOG.log(System.Logger.Level.WARNING, "cannot keep what happened in the sandbox of a failed test", failed);
        }
    }

    private boolean isOneOfTheFirst(ExtensionContext test) {
        int most = test.getConfigurationParameter(MOST, Integer::valueOf).orElse(USUALLY_MOST);
        return written.getAndIncrement() < most;
    }

    /** Writes the bundle and publishes it; returns a sentence that says where it is. */
    private static String bundle(ExtensionContext test, Sandbank bank, String name) throws IOException {
        Path file = test.getConfigurationParameter(FOLDER)
                .map(Path::of)
                .orElseGet(() -> RunCoverage.usualFolder().resolve("failures"))
                .resolve(fileName(test, name));
        FailureBundle.write(bank, TestName.of(test), file);
        test.publishReportEntry("sandbank.failure", file.toString());
        FileAttachment.publish(test, file);
        return "\n\nTo make it happen again: java -jar sandbank.jar replay " + file;
    }

    /** The class, the method and a number that tells runs of one method apart; with several sandboxes also the sandbox's name. */
    private static String fileName(ExtensionContext test, String bank) {
        String type = test.getTestClass().map(Class::getName).orElse("");
        String method = test.getTestMethod().map(found -> "." + found.getName()).orElse("");
        String number = String.format(Locale.ROOT, "-%08x", test.getUniqueId().hashCode());
        return safe(type + method) + number + (bank.isEmpty() ? "" : "-" + safe(bank)) + ".zip";
    }

    private static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    }

    /** Stands below a failure; the place at which it was made says nothing, so it has no stack trace. */
    private static final class LastDecisions extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LastDecisions(Sandbank bank, String kept) {
            super(told(bank) + kept, null, false, false);
        }

        private static String told(Sandbank bank) {
            List<Exchange> calls = bank.journal().calls().stream()
                    .filter(bank.journal()::isOfThisTest)
                    .toList();
            return calls.isEmpty()
                    ? "No call of this test reached " + bank
                    : "The last calls of this test to " + bank + ":" + SandboxScope.lastOf(calls);
        }

        /** Without the name of this class, which says nothing to who reads the failure. */
        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
