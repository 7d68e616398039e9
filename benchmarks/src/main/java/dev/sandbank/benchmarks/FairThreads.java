package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a sandbox takes to answer while another one of the process is full of calls that do not end. */
public final class FairThreads {

    private static final int MANY = 2_000;
    private static final int WARM_UPS = 2_000;
    private static final int ROUNDS = 2_000;
    private static final double BAR = 50;
    private static final TokenCaller CALLER = new TokenCaller("payouts", "s3cr.et_~1");

    private final List<Socket> clients = new ArrayList<>();

    private FairThreads() {}

    public static void main(String[] args) throws IOException {
        try (Sandbank busy = Sandbank.start("apiture");
                Sandbank other = Sandbank.start("uphold")) {
            new FairThreads().run(busy, other.tokenUrl(), System.out);
        }
    }

    private void run(Sandbank busy, URI other, PrintStream out) throws IOException {
        measure(other, WARM_UPS);
        out.printf("fair-threads: %d tokens of one sandbox, one after the other, while another one has%n", ROUNDS);
        out.printf("%-40s %9s %9s %9s%n", "milliseconds", "p50", "p99", "most");
        print(out, "no calls", measure(other, ROUNDS));
        busy.faults().on("listAccounts").delay(Duration.ofHours(1));
        send(busy, "GET /banking/accounts HTTP/1.1\r\nHost: bank\r\n\r\n");
        print(out, MANY + " calls that are delayed", measure(other, ROUNDS));
        send(busy, "POST /banking/transfers HTTP/1.1\r\nHost: bank\r\nContent-Length: 999\r\n\r\n{\"amount\":");
        Timings both = measure(other, ROUNDS);
        print(out, "and " + MANY + " bodies that are half sent", both);
        out.printf("p99 under %.0f: %s%n", BAR, both.percentile(0.99) < BAR ? "kept" : "MISSED");
        for (Socket client : clients) {
            client.close();
        }
    }

    private void send(Sandbank busy, String request) throws IOException {
        for (int i = 0; i < MANY; i++) {
            Socket client =
                    new Socket(InetAddress.getLoopbackAddress(), busy.baseUrl().getPort());
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            clients.add(client);
        }
    }

    private static Timings measure(URI url, int rounds) throws IOException {
        Timings timings = new Timings(rounds);
        for (int round = 0; round < rounds; round++) {
            long before = System.nanoTime();
            CALLER.token(url);
            timings.add(System.nanoTime() - before);
        }
        return timings;
    }

    private static void print(PrintStream out, String what, Timings times) {
        out.printf("%-40s %9.3f %9.3f %9.3f%n", what, times.median(), times.percentile(0.99), times.percentile(1));
    }
}
