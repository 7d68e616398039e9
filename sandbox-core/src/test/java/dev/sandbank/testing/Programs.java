package dev.sandbank.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Programs beside the JDK that some tests run: without one such a test is skipped, unless the environment says {@code CI=true}. */
public final class Programs {

    private static final int PATIENCE_IN_SECONDS = 120;

    private Programs() {}

    public static void assumeThereIs(String program) throws InterruptedException {
        assumeThat(isThere(program) || "true".equals(System.getenv("CI")))
                .as("%s is there, or has to be", program)
                .isTrue();
    }

    /** What it prints; if it fails, that is an exception with what it printed. */
    public static String run(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(program.command() + " failed:\n" + printed);
        }
        return printed;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
