package dev.sandbank.internal.webhook;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Tells those who wait that events were made, or deliveries changed. Safe for use by many threads. */
public final class Arrivals {

    private final Lock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long revision;

    /** Runs something each time, on the thread that made the event, after its transaction. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void ignore(Runnable listener) {
        listeners.remove(listener);
    }

    void tell() {
        lock.lock();
        try {
            revision++;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    /** Returns a number that grows each time. */
    public long revision() {
        lock.lock();
        try {
            return revision;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next time; returns the rest of the nanoseconds, at most 0 if it did not come. */
    public long await(long since, long nanoseconds) throws InterruptedException {
        long left = nanoseconds;
        lock.lock();
        try {
            while (revision == since && left > 0) {
                left = grown.awaitNanos(left);
            }
            return revision == since ? 0 : Math.max(left, 1);
        } finally {
            lock.unlock();
        }
    }
}
