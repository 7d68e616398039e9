package dev.sandbank.internal.store;

import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of one environment of one sandbox; closing it forgets everything. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Supplier<Instant> now;
    private final Seed seed;
    private final Room room;
    private final Tables tables;
    private volatile Instant started;

    /** The time of the transaction that is under way, which only its thread looks at. */
    private @Nullable Instant moment;

    /** The call that it decides, in the same way. */
    private CallPlace place = CallPlace.NOWHERE;

    private Store(Database database, Seed seed, Supplier<Instant> now, long bytes) {
        this.database = database;
        this.seed = seed;
        this.now = now;
        this.started = exactly(now.get());
        this.room = new Room(Math.addExact(seed.bytes(), bytes), now);
        room.startAgain(seed.bytes());
        this.tables = tables(database);
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
    private static Instant exactly(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }

    /** When everything in it began. */
    public Instant started() {
        return started;
    }

    /** The time: for the thread of a transaction that of its beginning, so that all it decides is decided at one moment. */
    public Instant now() {
        Instant begun = database.isMine() ? moment : null;
        return begun == null ? now.get() : begun;
    }

    /** Goes back to the seed: everything that happened since is forgotten, tokens included. */
    public void reset() {
        database.filledWith(seed, this::startAgain);
    }

    /**
     * Goes back to the seed, but for tokens, codes, sign-ins and sessions: what the clients and users of the seed may have stays,
     * and what is revoked, spent, ended or expired stays so.
     *
     * @param step how far the clock is moved meanwhile: they move with it
     * @param consents the collection of what people consented to, which stays as well, or null if there is none
     */
    public void resetKeepingTokens(Duration step, @Nullable String consents) {
        database.inTransaction(sql -> {
            KeptTokens kept = new KeptTokens(sql);
            Entries entries = tables(sql).entries();
            List<Entry> given = consents == null ? List.of() : kept.consents(consents, entries);
            Schema.emptyAllBut(KeptTokens.TABLES, sql);
            seed.writeTo(sql);
            startAgain();
            given.forEach(consent -> entries.put(consent, null));
            kept.move(step);
            kept.revokeUnlessHeldBy(new Directory(entries));
            room.count(sql);
            return this;
        });
    }

    private void startAgain() {
        started = exactly(now.get());
        room.startAgain(seed.bytes());
    }

    public Entries entries() {
        return tables.entries();
    }

    public Timers alarms() {
        return tables.alarms();
    }

    public Links links() {
        return tables.links();
    }

    public Tokens tokens() {
        return tables.tokens();
    }

    public AnsweredCalls answered() {
        return tables.answered();
    }

    public SignIns signIns() {
        return tables.signIns();
    }

    public Sessions sessions() {
        return tables.sessions();
    }

    /** Whether so many bytes could be added by now, row by row. */
    public boolean hasRoomFor(long bytes) {
        return database.inTransaction(sql -> room.has(bytes, sql));
    }

    /** Runs changes that happen together or not at all. */
    public <T> T atomically(Function<Tables, T> work) {
        return database.inTransaction(sql -> atOneMoment(() -> work.apply(tables(sql))));
    }

    /** The same, as what a call does: what is used up or taken back remembers that call. */
    public <T> T atomically(CallPlace call, Function<Tables, T> work) {
        return atomically(tables -> {
            place = call;
            try {
                return work.apply(tables);
            } finally {
                place = CallPlace.NOWHERE;
            }
        });
    }

    /** The call that the transaction under way decides. */
    public CallPlace place() {
        return database.isMine() ? place : CallPlace.NOWHERE;
    }

    /** Runs a part of a transaction, and undoes that part alone if what came of it is not to be kept. */
    public <T> T undoable(Supplier<T> work, Predicate<T> kept) {
        return database.undoable(work, kept);
    }

    private Tables tables(Sql sql) {
        return Tables.over(new Bounded(sql, room), this::now, () -> started, () -> place().take());
    }

    private <T> T atOneMoment(Supplier<T> work) {
        if (moment != null) {
            return work.get();
        }
        moment = now.get();
        try {
            return work.get();
        } finally {
            moment = null;
        }
    }

    /** Runs work as it would go, and then lets it never have happened: whatever it changed is as before. */
    public <T> T rehearse(Supplier<T> work) {
        return database.rehearse(sql -> atOneMoment(work));
    }

    @Override
    public void close() {
        ReadyDatabases.ofProcess().giveBack(database, seed);
    }
}
