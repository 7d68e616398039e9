package dev.sandbank.internal.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts the requests of a port that have begun to arrive and are not answered yet. */
final class RequestsUnderWay {

    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean last;
    private boolean awaited;
    private int count;

    synchronized void begin() {
        count++;
    }

    synchronized void end() {
        count--;
        settle(awaited);
    }

    boolean areLast() {
        return last;
    }

    /** From now on, each request that is answered is the last of its connection. */
    void letBeLast() {
        last = true;
    }

    /** Waits until there are none, but at most this long. */
    void awaitLast(Duration atMost) throws InterruptedException {
        settle(true);
        answered.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void settle(boolean isAwaited) {
        awaited = isAwaited;
        if (awaited && count == 0) {
            answered.countDown();
        }
    }
}
