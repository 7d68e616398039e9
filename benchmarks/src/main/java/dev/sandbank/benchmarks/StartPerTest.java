package dev.sandbank.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server per test costs: start, first token over HTTP, close; sandbank beside its rivals.
 *
 * <p>Every round has one cycle of each, so that whatever else the machine does hits all of them alike.
 */
public final class StartPerTest {

    private static final int WARM_UPS = 50;
    private static final int ROUNDS = 200;
    private static final TokenCaller CALLER = new TokenCaller("payouts", "s3cr.et_~1");
    private static final Rival SANDBANK = new SandbankRival("uphold");
    private static final Rival JDK = new JdkRival();
    private static final Rival MOCK = new MockOAuth2Rival();

    private final Map<Rival, Timings> timings = new LinkedHashMap<>();

    private StartPerTest() {}

    public static void main(String[] args) throws IOException {
        new StartPerTest().run(WARM_UPS);
        StartPerTest measured = new StartPerTest();
        measured.run(ROUNDS);
        measured.print(System.out);
    }

    private void run(int rounds) throws IOException {
        List<Rival> rivals = List.of(SANDBANK, JDK, MOCK);
        rivals.forEach(rival -> timings.put(rival, new Timings(rounds)));
        for (int round = 0; round < rounds; round++) {
            for (Rival rival : rivals) {
                of(rival).add(cycle(rival));
            }
        }
    }

    private static long cycle(Rival rival) throws IOException {
        long before = System.nanoTime();
        try (Rival.Running running = rival.start()) {
            CALLER.token(running.tokenUrl());
        }
        return System.nanoTime() - before;
    }

    private void print(PrintStream out) {
        out.printf("start-per-test: new server, first token over HTTP, close; %d rounds after %d%n", ROUNDS, WARM_UPS);
        out.printf("%-20s %9s %9s %9s%n", "milliseconds", "p50", "p95", "p99");
        timings.forEach((rival, times) -> out.printf(
                "%-20s %9.3f %9.3f %9.3f%n",
                rival.name(), times.median(), times.percentile(0.95), times.percentile(0.99)));
        printRatio(out, JDK, 3);
        printRatio(out, MOCK, 1);
    }

    private void printRatio(PrintStream out, Rival other, double bar) {
        double ratio = of(SANDBANK).median() / of(other).median();
        out.printf(
                "sandbank / %-20s %5.2f at the median, bar %.0f: %s%n",
                other.name(), ratio, bar, ratio <= bar ? "kept" : "MISSED");
    }

    private Timings of(Rival rival) {
        return timings.getOrDefault(rival, new Timings(0));
    }
}
