package dev.sandbank.internal.cli;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.control.BankControl;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Whether and how {@code serve} takes changes of its fixtures. */
final class WatchOptions {

    private static final long PAUSE_MILLIS = 250;

    @Option(
            names = "--watch",
            description = {
                "Load a fixture again when one of its files has changed and is good; otherwise go on and print what is wrong.",
                "Port, issuer and signing keys stay."
            })
    private boolean watch;

    @Option(
            names = "--keep-state",
            description = "With --watch: keep tokens, sessions, the clock, and the entries that both versions have.")
    private boolean keepingState;

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Refuses what cannot be. */
    void check() {
        if (keepingState && !watch) {
            throw new UsageException("--keep-state is for --watch");
        }
    }

    /** Begins to look at the files of the banks, if that is asked for. */
    void start(List<ServedBank> banks, List<Sandbank> running, PrintStream err) {
        if (!watch) {
            return;
        }
        List<WatchedFixture> fixtures = IntStream.range(0, running.size())
                .filter(place -> running.get(place) instanceof BankControl)
                .mapToObj(place -> new WatchedFixture(
                        banks.get(place).fixture(),
                        (BankControl) running.get(place),
                        keepingState,
                        line -> err.println(TerminalText.of(line))))
                .filter(WatchedFixture::isOfFiles)
                .toList();
        if (fixtures.isEmpty()) {
            throw new UsageException("--watch is for fixtures in files: name one with --fixture");
        }
        Thread thread = new Thread(() -> look(fixtures), "sandbank-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void look(List<WatchedFixture> fixtures) {
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                fixtures.forEach(WatchedFixture::look);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped.countDown();
    }
}
