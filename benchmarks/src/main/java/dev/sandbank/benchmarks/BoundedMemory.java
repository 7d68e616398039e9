package dev.sandbank.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What calls of every shape leave behind: a child process {@code serve} with a heap of 64 MiB, 100,000 calls of one shape, then its
 * heap, and whether it still answers. One that does not ends the run with an error.
 */
public final class BoundedMemory {

    private static final int CALLERS = 4;
    private static final int PORTION = 250;

    private BoundedMemory() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        PrintStream out = System.out;
        int calls = Integer.getInteger("calls", 100_000);
        out.printf("%-12s %8s %10s %10s %8s  %s%n", "shape", "calls", "calls/s", "heap MiB", "alive", "statuses");
        String only = System.getProperty("shape", "");
        for (CallShape shape : only.isEmpty() ? CallShape.values() : new CallShape[] {CallShape.valueOf(only)}) {
            try (ServeProcess serve = ServeProcess.start(shape.bank(), "-Xmx64m")) {
                measure(out, shape, serve, calls);
            }
        }
    }

    private static void measure(PrintStream out, CallShape shape, ServeProcess serve, int calls)
            throws IOException, InterruptedException, ExecutionException {
        long before = System.nanoTime();
        Map<Integer, Integer> statuses = send(shape, serve, calls);
        double seconds = Duration.ofNanos(System.nanoTime() - before).toMillis() / 1000.0;
        boolean alive = serve.answers(shape);
        out.printf(
                "%-12s %8d %10.0f %10.1f %8s  %s%n",
                shape.name().toLowerCase(Locale.ROOT), calls, calls / seconds, serve.heap(), alive, statuses);
        if (!alive) {
            throw new IllegalStateException("after " + calls + " calls of the shape " + shape + " it does not answer");
        }
    }

    private static Map<Integer, Integer> send(CallShape shape, ServeProcess serve, int calls)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Callable<Map<Integer, Integer>> caller = () -> {
                Map<Integer, Integer> statuses = new TreeMap<>();
                for (int first = next.getAndAdd(PORTION); first < calls; first = next.getAndAdd(PORTION)) {
                    serve.exchange(shape, first, Math.min(calls, first + PORTION))
                            .forEach((status, count) -> statuses.merge(status, count, Integer::sum));
                }
                return statuses;
            };
            Map<Integer, Integer> all = new TreeMap<>();
            for (Future<Map<Integer, Integer>> done : callers.invokeAll(List.of(caller, caller, caller, caller))) {
                done.get().forEach((status, count) -> all.merge(status, count, Integer::sum));
            }
            return all;
        } finally {
            callers.shutdownNow();
        }
    }
}
