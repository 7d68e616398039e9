package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * What a long jump of the clock costs: in the built-in world of Apiture savings are moved every month without an end, and
 * one call waits for all that falls due until a far date.
 *
 * <p>Meanwhile another client asks the token server again and again; how long it waited at most is told, too.
 */
public final class FarFuture {

    private static final List<String> MOMENTS =
            List.of("2126-11-28T00:00:00Z", "2199-01-15T00:00:00Z", "9999-12-31T23:59:59Z");
    private static final TokenCaller CLIENT = new TokenCaller("ada-batch", "ada-batch-9vN4gC");

    private FarFuture() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        out.printf("%-22s %9s %9s %18s %9s%n", "clock to", "call, s", "status", "token, s at most", "close, s");
        for (String moment : MOMENTS) {
            jump(out, moment);
        }
    }

    private static void jump(PrintStream out, String moment) throws Exception {
        Sandbank bank = Sandbank.start("apiture");
        URI tokens = URI.create(bank.tokenUrl().toString());
        CLIENT.token(tokens);
        bank.clock().freezeAt(Instant.parse(moment));
        String token = CLIENT.token(tokens).replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        FutureTask<Integer> call = new FutureTask<>(() -> status(bank.baseUrl() + "/banking/accounts", token));
        long before = System.nanoTime();
        new Thread(call, "caller").start();
        double longest = 0;
        while (!call.isDone()) {
            longest = Math.max(longest, seconds(() -> CLIENT.token(tokens)));
        }
        double took = (System.nanoTime() - before) / 1e9;
        double close = seconds(() -> {
            bank.close();
            return bank;
        });
        out.printf("%-22s %9.1f %9d %18.3f %9.3f%n", moment, took, call.get(), longest, close);
    }

    private static double seconds(Callable<?> action) throws Exception {
        long before = System.nanoTime();
        action.call();
        return (System.nanoTime() - before) / 1e9;
    }

    private static int status(String url, String token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return connection.getResponseCode();
    }
}
