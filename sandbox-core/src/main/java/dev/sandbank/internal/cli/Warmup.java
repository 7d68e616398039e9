package dev.sandbank.internal.cli;

import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.store.Seed;
import dev.sandbank.internal.store.Store;
import java.time.Instant;

/**
 * Loads the web server and the database while the fixture is still being read.
 *
 * <p>A new process spends its first second on loading classes: these two are half of them, and do not depend on the
 * rest.
 */
final class Warmup {

    private Warmup() {}

    /**
     * Starts loading and returns at once. If loading fails, the start fails too and says why; an error concerns the
     * whole process.
     */
    static void take() {
        Thread thread = new Thread(Warmup::wake, "sandbank-head-start");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, cause) -> {
            if (cause instanceof Error) {
                thread.getThreadGroup().uncaughtException(failed, cause);
            }
        });
        thread.start();
    }

    private static void wake() {
        Store.open(new Seed(), Instant::now, 0).close();
        Port.wake();
    }
}
