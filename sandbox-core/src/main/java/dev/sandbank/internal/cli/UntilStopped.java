package dev.sandbank.internal.cli;

import dev.sandbank.Sandbank;
import java.util.concurrent.CountDownLatch;

/** Keeps a sandbox running until the process is told to end or this thread is interrupted, then closes it. */
record UntilStopped(Sandbank bank) {

    /** @param ready is run as soon as a stop would be a clean one */
    void run(Runnable ready) {
        Thread closing = new Thread(bank::close, "sandbank-close");
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            ready.run();
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Runtime.getRuntime().removeShutdownHook(closing);
            bank.close();
        }
    }
}
