package dev.sandbank.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one {@link Engine} of this process: the first port starts it, the last one stops it.
 *
 * <p>A test suite opens and closes ports in quick succession, so the engine stops only when for {@link #LINGER} no port
 * was open. It knows how many ports are open, never whose.
 */
final class SharedEngine {

    static final Duration LINGER = Duration.ofSeconds(2);

    private static @Nullable Engine engine;
    private static int ports;
    private static long idleSince;
    private static boolean watched;

    private SharedEngine() {}

    /** The running engine, for one more port; every call is followed by one {@link #giveBack()}. */
    static synchronized Engine lease() {
        Engine running = engine == null ? Engine.start() : engine;
        engine = running;
        ports++;
        return running;
    }

    /** One port less. */
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
