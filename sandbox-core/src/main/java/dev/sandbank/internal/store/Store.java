package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of one environment of one sandbox; closing the store discards it. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Supplier<Instant> now;
    private final Seed seed;
    private final Room room;
    private final EntryChanges changes;
    private final Tables tables;
    private volatile Instant started;

    /** The time of the transaction in progress; only its thread reads it. */
    private @Nullable Instant moment;

    /** The call that the transaction decides; only its thread reads it. */
    private CallPlace place = CallPlace.NOWHERE;

    private Store(Database database, Seed seed, Supplier<Instant> now, long bytes, EntryChanges changes) {
        this.database = database;
        this.seed = seed;
        this.now = now;
        this.started = exactly(now.get());
        this.room = new Room(Math.addExact(seed.bytes(), bytes), now);
        room.startAgain(seed.bytes());
        this.changes = changes;
        this.tables = tables(database, changes);
    }

    /**
     * Opens a store in a database that holds the seed.
     *
     * @param bytes about how much memory further state may take
     */
    public static Store open(Seed seed, Supplier<Instant> now, long bytes) {
        return open(seed, now, bytes, EntryChanges.none());
    }

    /**
     * Opens a store whose changes somebody notes.
     *
     * @param changes notes changes of entries, from now on
     */
    public static Store open(Seed seed, Supplier<Instant> now, long bytes, EntryChanges changes) {
        return new Store(ReadyDatabases.ofProcess().take(seed), seed, now, bytes, changes);
    }

    /** Cuts a moment to the precision of the database. */
    private static Instant exactly(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }

    /** Returns when the state began. */
    public Instant started() {
        return started;
    }

    /**
     * Returns the time; within a transaction the time of its beginning, so that everything in it is decided at one
     * moment.
     */
    public Instant now() {
        Instant begun = database.isMine() ? moment : null;
        return begun == null ? now.get() : begun;
    }

    /** Returns to the seed and discards everything since, tokens included. */
    public void reset() {
        database.filledWith(seed, this::startAgain);
    }

    /**
     * Returns to the seed, but keeps tokens, codes, sign-ins and sessions that the clients and users of the seed may
     * have; what is revoked, spent, ended or expired stays so.
     *
     * @param step how far the clock moves at the same time: their times move with it
     * @param consents the collection of users' consents, which stays too, or null if there is none
     */
    public void resetKeepingTokens(Duration step, @Nullable String consents) {
        database.inTransaction(sql -> {
            KeptTokens kept = new KeptTokens(sql);
            Entries entries = tables(sql, EntryChanges.none()).entries();
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

    /**
     * Takes over the state of a store with another seed, before anybody uses this one: tokens and sessions that the clients and users of this
     * seed may have, the entries that both seeds say alike, and those that calls added.
     *
     * @param step how far the clock moves at the same time: the times of tokens move with it
     * @param gone the collections that are no longer there
     * @param parents the collections whose entries have parents, and the collections of these
     */
    public void takeOver(Store other, Duration step, Set<String> gone, Map<String, String> parents) {
        other.database.inTransaction(from -> database.inTransaction(to -> {
            started = other.started;
            new KeptState(from, to, new KeptState.SeedRows(other.seed, seed)).carry(gone, parents);
            KeptTokens kept = new KeptTokens(to);
            kept.move(step);
            kept.revokeUnlessHeldBy(
                    new Directory(tables(to, EntryChanges.none()).entries()));
            room.count(to);
            return this;
        }));
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

    /** Whether so many bytes could be added now, row by row. */
    public boolean hasRoomFor(long bytes) {
        return database.inTransaction(sql -> room.has(bytes, sql));
    }

    /** Runs changes that all happen or none. */
    public <T> T atomically(Function<Tables, T> work) {
        boolean whole = !database.isMine();
        T result = database.inTransaction(sql -> atOneMoment(() -> work.apply(tables(sql, changes))));
        if (whole) {
            changes.committed();
        }
        return result;
    }

    /** Does the same for a call: what it spends or revokes records this call. */
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

    /** Returns the call that the transaction in progress decides. */
    public CallPlace place() {
        return database.isMine() ? place : CallPlace.NOWHERE;
    }

    /** Says which call makes the changes from here to the end of the transaction in progress. */
    public void changedBy(Call call, CallPlace at) {
        changes.causedBy(call, at);
    }

    /** Notes something that changes no entry, if anybody is told of it. */
    public void happened(Happening what) {
        if (changes.watches(what.name())) {
            atomically(tables -> {
                if (place() != CallPlace.NOWHERE) {
                    changes.causedBy(null, place());
                }
                changes.note(new EntryChanges.Happened(what, now()));
                return what;
            });
        }
    }

    /** Notes that a call was refused, if anybody is told of it. */
    public void refused(Happening what, Call call, CallPlace at) {
        if (changes.watches(what.name())) {
            atomically(tables -> {
                changes.causedBy(call, at);
                happened(what);
                return what;
            });
        }
    }

    /** Ends a step of the transaction in progress: its changes belong together. */
    public void endStep() {
        changes.endStep();
    }

    /** Runs a part of a transaction, and undoes only that part if its result is not to be kept. */
    public <T> T undoable(Supplier<T> work, Predicate<T> kept) {
        List<EntryChanges.Change> before = changes.soFar();
        T result = database.undoable(work, kept);
        if (!kept.test(result)) {
            changes.backTo(before);
        }
        return result;
    }

    private Tables tables(Sql sql, EntryChanges noting) {
        return Tables.over(new Bounded(sql, room), this::now, () -> started, () -> place().take(), noting);
    }

    private <T> T atOneMoment(Supplier<T> work) {
        if (moment != null) {
            return work.get();
        }
        moment = now.get();
        try {
            T result = work.get();
            changes.endStep();
            return result;
        } finally {
            moment = null;
            changes.endTransaction();
        }
    }

    /** Runs work as usual, then undoes all of its changes. */
    public <T> T rehearse(Supplier<T> work) {
        return database.rehearse(sql -> atOneMoment(work));
    }

    @Override
    public void close() {
        ReadyDatabases.ofProcess().giveBack(database, seed);
    }
}
