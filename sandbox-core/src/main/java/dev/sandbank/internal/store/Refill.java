package dev.sandbank.internal.store;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database that nobody owns, to be emptied and filled with a seed: once, by whoever comes first, the background or the
 * next owner.
 */
final class Refill implements Runnable {

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
                database.emptied().filledWith(seed);
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
            return filled && isFor(wanted) ? database : database.emptied().filledWith(wanted);
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
