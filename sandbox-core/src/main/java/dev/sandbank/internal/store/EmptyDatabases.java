package dev.sandbank.internal.store;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Databases of this process without a row and without an owner, each for one live store at a time.
 *
 * <p>To open a database and make its tables takes longer than all else in the life of most sandboxes. So a few are kept:
 * a store that closes forgets every row, and nothing but its emptied tables passes to the next.
 */
final class EmptyDatabases {

    private static final EmptyDatabases PROCESS = new EmptyDatabases();
    private static final int MOST_KEPT = 8;

    private final Deque<Database> kept = new ArrayDeque<>();

    private EmptyDatabases() {}

    static EmptyDatabases ofProcess() {
        return PROCESS;
    }

    Database take() {
        Database emptied = takeKept();
        return emptied == null ? Database.open() : emptied;
    }

    /** Ends the owner's access first; whatever is under way in the database is waited for. */
    void giveBack(Database database) {
        Database emptied = database.handOver();
        if (!keep(emptied)) {
            emptied.close();
        }
    }

    private synchronized @Nullable Database takeKept() {
        return kept.poll();
    }

    private synchronized boolean keep(Database emptied) {
        return kept.size() < MOST_KEPT && kept.offerFirst(emptied);
    }
}
