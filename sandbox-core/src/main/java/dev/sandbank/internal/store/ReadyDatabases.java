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
 * Databases of this process without an owner, each for one live store at a time.
 *
 * <p>To open a database, make its tables and write a seed takes longer than all else in the life of most sandboxes. So a
 * few are kept: in what a store gives back, what it changed is made as the seed says while the test goes on, and nothing of it
 * passes to the next.
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

    /** A database with this seed in it and nothing else. */
    Database take(Seed seed) {
        Refill refill = find(seed);
        return refill == null ? Database.open(seed) : refill.take(seed);
    }

    /** Ends the owner's access first; whatever is under way in the database is waited for. */
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

    /** Makes room by what waits longest for another seed; returns what is too much. */
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

    /** One with the same seed, or else whichever waits longest. */
    private synchronized @Nullable Refill find(Seed seed) {
        for (Refill refill : kept) {
            if (refill.isFor(seed)) {
                kept.remove(refill);
                return refill;
            }
        }
        return kept.pollLast();
    }

    /** One thread, which ends when there is nothing to do. */
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
     * A database that nobody owns, to hold a seed and nothing else: made so once, by whoever comes first, the background or the
     * next owner.
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

        /** In the background, if nobody needs it sooner. */
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

        /** The database with what is wanted in it, whatever was done so far. */
        Database take(Seed wanted) {
            lock.lock();
            try {
                gone = true;
                return filled && isFor(wanted) ? database : database.filledWith(wanted);
            } finally {
                lock.unlock();
            }
        }

        /** Closes the database: nobody is to have it. */
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
