package dev.sandbank.internal.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Databases of this process without an owner; each serves one live store at a time.
 *
 * <p>Opening a database, creating its tables and writing a seed takes longer than everything else in the life of most
 * sandboxes. So a few databases are kept: when a store gives one back, the background undoes the store's changes while
 * the tests go on. Nothing of a store reaches the next one.
 */
final class ReadyDatabases {

    private static final ReadyDatabases PROCESS = new ReadyDatabases();
    private static final int MOST_KEPT = 8;
    private static final long THREAD_IDLE_SECONDS = 1;

    private final Deque<Refill> kept = new ArrayDeque<>();
    private final Executor background = background();

    private ReadyDatabases() {}

    static ReadyDatabases ofProcess() {
        return PROCESS;
    }

    /** Returns a database that holds only this seed. */
    Database take(Seed seed) {
        Refill refill = find(seed);
        return refill == null ? Database.open(seed) : refill.take(seed);
    }

    /** Takes a database back: ends the owner's access first, and waits for work in progress. */
    void giveBack(Database database, Seed seed) {
        Refill refill = new Refill(database.handOver(), seed);
        Refill surplus = keep(refill);
        if (surplus != refill) {
            background.execute(refill);
        }
        if (surplus != null) {
            surplus.drop();
        }
    }

    /** Keeps a database, and returns the one that has waited longest for another seed if there are too many. */
    private synchronized @Nullable Refill keep(Refill refill) {
        Refill surplus = kept.size() < MOST_KEPT ? null : leastWanted(refill);
        if (surplus != refill) {
            kept.remove(surplus);
            kept.addFirst(refill);
        }
        return surplus;
    }

    private Refill leastWanted(Refill newest) {
        for (Iterator<Refill> oldest = kept.descendingIterator(); oldest.hasNext(); ) {
            Refill refill = oldest.next();
            if (!refill.isFor(newest.seed())) {
                return refill;
            }
        }
        return newest;
    }

    /** Removes and returns a database with the same seed, otherwise the one that has waited longest. */
    private synchronized @Nullable Refill find(Seed seed) {
        for (Refill refill : kept) {
            if (refill.isFor(seed)) {
                kept.remove(refill);
                return refill;
            }
        }
        return kept.pollLast();
    }

    /** Creates one thread, which ends when it has nothing to do. */
    private static Executor background() {
        ThreadPoolExecutor background = new ThreadPoolExecutor(
                1, 1, THREAD_IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ReadyDatabases::thread);
        background.allowCoreThreadTimeOut(true);
        return background;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sandbank-store");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A database without an owner that is to hold only a seed: the background or the next owner fills it, whichever
     * comes first.
     */
    private static final class Refill implements Runnable {

        private final Lock lock = new ReentrantLock();
        private final Database database;
        private final Seed seed;
        private boolean filled;
        private boolean gone;

        Refill(Database database, Seed seed) {
            this.database = database;
            this.seed = seed;
        }

        Seed seed() {
            return seed;
        }

        boolean isFor(Seed wanted) {
            return seed == wanted;
        }

        /** Fills the database in the background, unless the next owner did. */
        @Override
        public void run() {
            lock.lock();
            try {
                if (!filled && !gone) {
                    database.filledWith(seed);
                    filled = true;
                }
            } finally {
                lock.unlock();
            }
        }

        /** Returns the database with the wanted seed in it, however far the background got. */
        Database take(Seed wanted) {
            lock.lock();
            try {
                gone = true;
                return filled && isFor(wanted) ? database : database.filledWith(wanted);
            } finally {
                lock.unlock();
            }
        }

        /** Closes the database, so that nobody gets it. */
        void drop() {
            lock.lock();
            try {
                gone = true;
                database.close();
            } finally {
                lock.unlock();
            }
        }
    }
}
