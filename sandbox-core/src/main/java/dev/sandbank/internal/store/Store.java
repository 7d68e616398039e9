package dev.sandbank.internal.store;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The state of one environment of one sandbox; closing it forgets everything. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Supplier<Instant> now;
    private final Seed seed;

    private Store(Database database, Seed seed, Supplier<Instant> now) {
        this.database = database;
        this.seed = seed;
        this.now = now;
    }

    /** Opens an empty database and writes the seed into it. */
    public static Store open(Seed seed, Supplier<Instant> now) {
        Store store = new Store(Database.open(), seed, now);
        store.database.inTransaction(sql -> {
            Schema.TABLES.forEach(sql::run);
            seed.writeTo(sql, now.get().toEpochMilli());
            return store;
        });
        return store;
    }

    /** Goes back to the seed: everything that happened since is forgotten, tokens included. */
    public void reset() {
        database.inTransaction(sql -> {
            Schema.NAMES.forEach(table -> sql.run("delete from " + table));
            seed.writeTo(sql, now.get().toEpochMilli());
            return this;
        });
    }

    public Entries entries() {
        return new Entries(database, now);
    }

    public Links links() {
        return new Links(database);
    }

    public Tokens tokens() {
        return new Tokens(database);
    }

    /** Runs changes that happen together or not at all. */
    public <T> T atomically(Function<Tables, T> work) {
        return database.inTransaction(
                sql -> work.apply(new Tables(new Entries(sql, now), new Links(sql), new Tokens(sql))));
    }

    @Override
    public void close() {
        database.close();
    }
}
