package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.bank.Library;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a large fixture costs: reading and checking 10,000 accounts, 1,000 users and 100,000 transactions once, cold; and
 * its pages beside those of a small one.
 *
 * <p>Every round asks for one page of each, so that whatever else the machine does hits both alike.
 */
public final class LargeFixture {

    private static final int WARM_UPS = 200;
    private static final int ROUNDS = 400;
    private static final World SMALL = new World(10, 20, 200);
    private static final World LARGE = new World(1_000, 10_000, 100_000);

    private LargeFixture() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        Path folder = Files.createTempDirectory("large-fixture");
        Path large = LARGE.write(folder.resolve("large.yaml"));
        readAndCheck(out, large);
        readAndCheck(out, LARGE.writeWithRule(folder.resolve("rule.yaml")));
        long before = System.nanoTime();
        try (Sandbank big = Sandbank.start(large.toString())) {
            out.printf("a sandbox of it starts in %.1f s, reading it again%n", (System.nanoTime() - before) / 1e9);
            try (Sandbank little =
                    Sandbank.start(SMALL.write(folder.resolve("small.yaml")).toString())) {
                out.printf("%-22s %9s %9s %9s%n", "milliseconds at p50", "large", "small", "ratio");
                for (PageCaller page : PageCaller.all()) {
                    compare(out, page, big, little);
                }
            }
        } finally {
            deleteAll(folder);
        }
    }

    private static void readAndCheck(PrintStream out, Path file) {
        long before = System.nanoTime();
        long cpu = ownCpu();
        int problems = Library.ofProcess().fixtures().check(file.toString()).size();
        out.printf(
                "%s: read and checked in %.1f s (%.1f s of this thread's CPU), in %d MiB of heap at most, %d problems; bar 10 s%n",
                file.getFileName(),
                (System.nanoTime() - before) / 1e9,
                (ownCpu() - cpu) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                problems);
    }

    private static long ownCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void compare(PrintStream out, PageCaller page, Sandbank big, Sandbank little) throws IOException {
        PageCaller.Ready ofBig = page.at(big);
        PageCaller.Ready ofLittle = page.at(little);
        run(WARM_UPS, ofBig, ofLittle);
        Timings[] timings = run(ROUNDS, ofBig, ofLittle);
        double large = timings[0].median();
        double small = timings[1].median();
        out.printf("%-22s %9.3f %9.3f %9.2f%n", page.name(), large, small, large / small);
    }

    private static Timings[] run(int rounds, PageCaller.Ready... pages) throws IOException {
        Timings[] timings = {new Timings(rounds), new Timings(rounds)};
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < pages.length; i++) {
                long before = System.nanoTime();
                pages[i].call();
                timings[i].add(System.nanoTime() - before);
            }
        }
        return timings;
    }

    private static void deleteAll(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("large.yaml"));
        Files.deleteIfExists(folder.resolve("rule.yaml"));
        Files.deleteIfExists(folder.resolve("small.yaml"));
        Files.deleteIfExists(folder);
    }
}
