package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each lifetime of a sandbox adds to a test: all that happens between the end of one test and the first token of the next.
 *
 * <p>Every round has one test of each, so that whatever else the machine does hits all of them alike.
 */
public final class Lifetimes {

    private static final int WARM_UPS = 50;
    private static final int ROUNDS = 200;
    private static final String FIXTURE = "apiture";
    private static final TokenCaller CALLER = new TokenCaller("ada-batch", "ada-batch-9vN4gC");

    private final Map<Kind, Timings> timings = new EnumMap<>(Kind.class);
    private final Shared shared;

    private Lifetimes(Shared shared) {
        this.shared = shared;
    }

    /** What outlives a test. */
    private record Shared(URI server, Sandbank ofClass, Sandbank ofJvm, Sandbank atServer) {}

    private enum Kind {
        METHOD,
        CLASS,
        JVM,
        METHOD_AT_A_SERVER,
        JVM_AT_A_SERVER
    }

    public static void main(String[] args) throws IOException {
        try (ServeProcess server = ServeProcess.start(FIXTURE, "-Xmx512m");
                Sandbank ofClass = Sandbank.start(FIXTURE);
                Sandbank ofJvm = Sandbank.start(FIXTURE);
                Sandbank atServer = atServer(server.url())) {
            Shared shared = new Shared(server.url(), ofClass, ofJvm, atServer);
            new Lifetimes(shared).run(WARM_UPS);
            Lifetimes measured = new Lifetimes(shared);
            measured.run(ROUNDS);
            measured.print(System.out);
        }
    }

    private void run(int rounds) throws IOException {
        for (Kind kind : Kind.values()) {
            timings.put(kind, new Timings(rounds));
        }
        for (int round = 0; round < rounds; round++) {
            for (Kind kind : Kind.values()) {
                long before = System.nanoTime();
                test(kind);
                of(kind).add(System.nanoTime() - before);
            }
        }
    }

    private void test(Kind kind) throws IOException {
        switch (kind) {
            case METHOD -> fresh(Sandbank.start(FIXTURE));
            case CLASS -> CALLER.token(shared.ofClass().tokenUrl());
            case JVM -> reset(shared.ofJvm());
            case METHOD_AT_A_SERVER -> fresh(atServer(shared.server()));
            case JVM_AT_A_SERVER -> reset(shared.atServer());
        }
    }

    private static void fresh(Sandbank own) throws IOException {
        try (own) {
            CALLER.token(own.tokenUrl());
        }
    }

    private static void reset(Sandbank shared) throws IOException {
        shared.resetKeepingTokens();
        CALLER.token(shared.tokenUrl());
    }

    private static Sandbank atServer(URI server) {
        return Sandbank.builder().fixture(FIXTURE).atServer(server).start();
    }

    private void print(PrintStream out) {
        out.printf(
                "lifetimes: what a test costs up to its first token over HTTP; %d rounds after %d%n", ROUNDS, WARM_UPS);
        out.printf("%-20s %9s %9s %9s %9s%n", "milliseconds", "p50", "p95", "p99", "p50/CLASS");
        double least = of(Kind.CLASS).median();
        timings.forEach((kind, times) -> out.printf(
                "%-20s %9.3f %9.3f %9.3f %9.1f%n",
                kind, times.median(), times.percentile(0.95), times.percentile(0.99), times.median() / least));
    }

    private Timings of(Kind kind) {
        return timings.getOrDefault(kind, new Timings(0));
    }
}
