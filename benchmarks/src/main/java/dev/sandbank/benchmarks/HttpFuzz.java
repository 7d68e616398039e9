package dev.sandbank.benchmarks;

import dev.sandbank.benchmarks.FuzzedSandbox.Outcome;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends spoilt requests to both banks over loopback, for a time, and fails if one of them is called the server's fault,
 * hangs, is told names of classes, or if the heap grows.
 *
 * <p>Request number n of a seed is always the same but for its token, whatever the time and the threads.
 */
public final class HttpFuzz {

    private static final int THREADS = 4;
    private static final int PATIENCE = 10_000;
    private static final int SHRINKS = 400;
    private static final int SHOWN = 2_000;
    private static final long GROWTH = 32L << 20;

    private final List<FuzzedSandbox> sandboxes =
            List.of(new FuzzedSandbox("apiture", PATIENCE), new FuzzedSandbox("uphold", PATIENCE));
    private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, Long> wrong = new ConcurrentSkipListMap<>();
    private final AtomicLong number = new AtomicLong();
    private final PrintStream out = System.out;
    private final long seed;
    private final long most;

    private HttpFuzz(long seed, long most) {
        this.seed = seed;
        this.most = most;
    }

    /**
     * Fuzzes both banks.
     *
     * @param args seconds, 60 if there are none; a seed, else any; and the most requests, else as many as there is time for
     */
    public static void main(String[] args) throws InterruptedException {
        List<String> given = Arrays.asList(args);
        long seconds = given.isEmpty() ? 60 : Long.parseLong(given.get(0));
        long seed = given.size() < 2 ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(given.get(1));
        long most = given.size() < 3 ? Long.MAX_VALUE : Long.parseLong(given.get(2));
        HttpFuzz fuzz = new HttpFuzz(seed, most);
        boolean good = fuzz.run(seconds);
        fuzz.sandboxes.forEach(FuzzedSandbox::close);
        if (!good) {
            System.exit(1);
        }
    }

    private boolean run(long seconds) throws InterruptedException {
        out.printf("http-fuzz: %d s, seed %d, %d threads%n", seconds, seed, THREADS);
        send(seconds * 500);
        long middle = heap();
        send(seconds * 500);
        long end = heap();
        statuses.forEach((what, times) -> out.printf("%-14s %9d%n", what, times.sum()));
        out.printf(
                "%d requests; heap %d MiB in the middle, %d MiB at the end%n", number.get(), middle >> 20, end >> 20);
        wrong.forEach(this::show);
        boolean grows = end > middle + middle / 2 + GROWTH;
        out.println(grows ? "the heap grows" : wrong.isEmpty() ? "nothing wrong" : wrong.size() + " things wrong");
        return wrong.isEmpty() && !grows;
    }

    /** Until the time is over, enough was sent, or a sandbox is of no use any more. */
    private void send(long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> {
                while (System.nanoTime() < end && number.get() < most && !lost()) {
                    sendOne(number.getAndIncrement());
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void sendOne(long which) {
        FuzzedSandbox sandbox = sandbox(which);
        Outcome outcome = sandbox.send(request(which));
        String told = outcome.status() == FuzzedSandbox.NONE ? "no reply" : "" + outcome.status();
        statuses.computeIfAbsent(told, key -> new LongAdder()).increment();
        if (!outcome.wrong().isEmpty()) {
            wrong.putIfAbsent(outcome.wrong(), which);
        }
    }

    private boolean lost() {
        return wrong.keySet().stream().anyMatch(HttpFuzz::isLasting);
    }

    private static boolean isLasting(String what) {
        return what.contains("hangs") || what.contains("gone");
    }

    private FuzzedSandbox sandbox(long which) {
        return sandboxes.get((int) (which % sandboxes.size()));
    }

    private byte[] request(long which) {
        return new Mutation(new Random(seed * 1_000_003 + which), sandbox(which).requests()).next();
    }

    private long heap() {
        sandboxes.forEach(FuzzedSandbox::forget);
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void show(String what, long which) {
        byte[] request = request(which);
        byte[] smallest = isLasting(what) ? request : shrink(what, which, request);
        String text = escaped(smallest);
        out.printf("%s: request %d of %d bytes, here as %d bytes:%n", what, which, request.length, smallest.length);
        out.println(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    /** Leaves out what does not matter, in ever smaller parts. */
    private byte[] shrink(String what, long which, byte[] whole) {
        byte[] smallest = whole;
        int tries = SHRINKS;
        for (int part = whole.length / 2; part > 0; part /= 2) {
            for (int at = 0; at + part <= smallest.length && tries > 0; tries--) {
                byte[] less = without(smallest, at, part);
                if (sandbox(which).send(less).wrong().equals(what)) {
                    smallest = less;
                } else {
                    at += part;
                }
            }
        }
        return smallest;
    }

    private static byte[] without(byte[] all, int at, int length) {
        byte[] less = Arrays.copyOf(all, all.length - length);
        System.arraycopy(all, at + length, less, at, all.length - at - length);
        return less;
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            text.append(
                    c >= ' ' && c < 0x7f
                            ? "" + c
                            : c == '\n' ? "\\n\n" : c == '\r' ? "\\r" : "\\x%02x".formatted((int) c));
        }
        return text.toString();
    }
}
