package dev.sandbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.replay.BundleDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What happened in a sandbox during a test that failed, in one zip: the journal with its decisions, the clock, and the state at the start
 * and at the end as fixtures. It contains no secrets and no tokens. {@code sandbank.jar replay FILE} makes it happen again.
 *
 * <p>The JUnit extension writes one for each failure; with another test framework, you can do so.
 *
 * <pre>{@code
 * FailureBundle.write(bank, "PaymentsTest.pays", Path.of("target", "sandbank", "failures", "PaymentsTest.pays.zip"));
 * }</pre>
 */
@Experimental
public final class FailureBundle {

    private FailureBundle() {}

    /**
     * Writes the file and the folders around it.
     *
     * @param test the name of the test
     * @throws IOException if the file cannot be written
     * @throws SandbankException if the sandbox's server does not answer
     */
    public static void write(Sandbank bank, String test, Path file) throws IOException {
        SandbankJournal journal = bank.journal();
        Instant started = started(bank);
        ObjectNode about = Json.object()
                .put("test", test)
                .put("bank", bank.bankName())
                .put("fixture", fixture(bank).fixture().name())
                .put("baseUrl", bank.baseUrl().toString())
                .put("startedAt", started.toString())
                .put("dropped", journal.dropped());
        about.putObject("clock")
                .put("now", bank.clock().now().toString())
                .put("frozen", bank.clock().isFrozen());
        new BundleDraft(fixture(bank), started, journal.calls(), journal.changes(), bank::export).write(about, file);
    }

    private static PreparedFixture fixture(Sandbank bank) {
        return bank instanceof RunningSandbank running ? running.bank().prepared() : ((ServedSandbank) bank).fixture();
    }

    /** The start of a sandbox at a server is about the moment of the first entry of its journal. */
    private static Instant started(Sandbank bank) {
        SandbankJournal journal = bank.journal();
        return bank instanceof RunningSandbank running
                ? running.bank().clock().started()
                : Stream.concat(
                                journal.changes().stream().map(Change::at),
                                journal.calls().stream().map(Exchange::at))
                        .min(Comparator.naturalOrder())
                        .orElseGet(bank.clock()::now);
    }
}
