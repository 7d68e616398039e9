package dev.sandbank.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one {@link Engine} of this process: the first port starts it, the last one stops it.
 *
 * <p>A test suite opens and closes ports quickly, so the engine stops only when no port was open for {@link #LINGER}. This class knows how
 * many ports are open, but not whose.
 */
final class SharedEngine {

    static final Duration LINGER = Duration.ofSeconds(2);

    private static @Nullable CompletableFuture<Engine> starting;
    private static @Nullable Engine engine;
    private static int ports;
    private static long idleSince;
    private static boolean watched;

    private SharedEngine() {}

    /**
     * Returns the running engine for one more port. After each call that returns, call {@link #giveBack()} once.
     *
     * @throws InterruptedException if this thread is interrupted, also if the engine runs already: whether it does
     *     depends on what else the machine does. An engine that is starting still starts
     */
    static synchronized Engine lease() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        ports++;
        try {
            return engine == null ? start().get() : engine;
        } catch (InterruptedException e) {
            giveBack();
            throw e;
        } catch (ExecutionException e) {
            giveBack();
            throw new IllegalStateException("The HTTP server does not start", e.getCause());
        }
    }

    /** Starts the engine if it does not run, without waiting for it. It stops again if no port is opened soon. */
    static synchronized void begin() {
        if (engine == null && starting == null) {
            idleSince = System.nanoTime();
            starting = start();
        }
    }

    /** Starts the engine on a new thread, because an interrupted thread would leave it half started. */
    private static CompletableFuture<Engine> start() {
        CompletableFuture<Engine> already = starting;
        if (already != null) {
            return already;
        }
        CompletableFuture<Engine> start = new CompletableFuture<>();
        Thread thread = new Thread(() -> start(start), "sandbank-start");
        thread.setDaemon(true);
        thread.start();
        starting = start;
        return start;
    }

    private static void start(CompletableFuture<Engine> start) {
        try {
            start.complete(Engine.start());
        } catch (Throwable e) {
            start.completeExceptionally(e);
        }
        settle(start);
    }

    private static synchronized void settle(CompletableFuture<Engine> started) {
        starting = null;
        engine = started.isCompletedExceptionally() ? null : started.join();
        if (ports == 0) {
            watch(LINGER.toNanos());
        }
    }

    /** Gives the engine back for one port. */
    static synchronized void giveBack() {
        ports--;
        if (ports == 0) {
            idleSince = System.nanoTime();
            watch(LINGER.toNanos());
        }
    }

    private static void watch(long nanos) {
        if (!watched && engine != null) {
            watched = true;
            engine.after(Duration.ofNanos(nanos), SharedEngine::stopIfIdle);
        }
    }

    private static synchronized void stopIfIdle() {
        watched = false;
        long left = LINGER.toNanos() - (System.nanoTime() - idleSince);
        if (ports == 0 && left > 0) {
            watch(left);
        } else if (ports == 0 && engine != null) {
            engine.stopSoon();
            engine = null;
        }
    }
}
