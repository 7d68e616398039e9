package dev.sandbank.internal.store;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The state of one environment of one sandbox; closing it forgets everything. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Supplier<Instant> now;
    private final Seed seed;
    private final Room room;
    private final Tables tables;
    private volatile Instant started;

    private Store(Database database, Seed seed, Supplier<Instant> now, long bytes) {
        this.database = database;
        this.seed = seed;
        this.now = now;
        this.started = moment();
        this.room = new Room(Math.addExact(seed.bytes(), bytes), now);
        room.startAgain(seed.bytes());
        this.tables = Tables.over(new Bounded(database, room), now, () -> started);
    }

    /**
     * Takes a database with the seed in it.
     *
     * @param bytes about how much memory may be taken by what is added to that
     */
    public static Store open(Seed seed, Supplier<Instant> now, long bytes) {
        return new Store(ReadyDatabases.ofProcess().take(seed), seed, now, bytes);
    }

    /** As exact as what is written down. */
    private Instant moment() {
        return Instant.ofEpochMilli(now.get().toEpochMilli());
    }

    /** Goes back to the seed: everything that happened since is forgotten, tokens included. */
    public void reset() {
        database.inTransaction(sql -> {
            Schema.empty(sql);
            seed.writeTo(sql);
            started = moment();
            room.startAgain(seed.bytes());
            return this;
        });
    }

    public Entries entries() {
        return tables.entries();
    }

    public Alarms alarms() {
        return tables.alarms();
    }

    public Links links() {
        return tables.links();
    }

    public Tokens tokens() {
        return tables.tokens();
    }

    public SignIns signIns() {
        return tables.signIns();
    }

    public Sessions sessions() {
        return tables.sessions();
    }

    /** Runs changes that happen together or not at all. */
    public <T> T atomically(Function<Tables, T> work) {
        return database.inTransaction(sql -> work.apply(Tables.over(new Bounded(sql, room), now, () -> started)));
    }

    /** Runs work as it would go, and then lets it never have happened: whatever it changed is as before. */
    public <T> T rehearse(Supplier<T> work) {
        return database.rehearse(sql -> work.get());
    }

    @Override
    public void close() {
        ReadyDatabases.ofProcess().giveBack(database, seed);
    }
}
