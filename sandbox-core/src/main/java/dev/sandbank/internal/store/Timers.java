package dev.sandbank.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Alarms for entries: for a transfer on its day, or for a transaction when it settles. */
public final class Timers {

    private static final String DUE = "select collection, id, at from alarm where at <= ? order by at, position";

    private final Sql sql;
    private final Supplier<Instant> started;

    Timers(Sql sql, Supplier<Instant> started) {
        this.sql = sql;
        this.started = started;
    }

    /**
     * An entry that is due.
     *
     * @param collection its collection
     * @param id its id
     * @param at when it was due
     */
    public record Alarm(String collection, String id, Instant at) {}

    /** Sets the alarm of an entry; it replaces an earlier one. */
    public void set(String collection, String id, Instant at) {
        clear(collection, id);
        sql.run("insert into alarm values (?, ?, ?, nextval('later_position'))", collection, id, at.toEpochMilli());
    }

    public void clear(String collection, String id) {
        sql.run("delete from alarm where collection = ? and id = ?", collection, id);
    }

    /** Returns all alarms, in the order in which Sandbank will handle them. */
    public List<Alarm> all() {
        return due(Long.MAX_VALUE);
    }

    /** Returns the alarms that are due by a moment, in that order. */
    public List<Alarm> due(Instant moment) {
        return due(moment.toEpochMilli());
    }

    private List<Alarm> due(long moment) {
        return sql.many(this::read, DUE, moment);
    }

    /** Returns the earliest alarm that is due. */
    public Optional<Alarm> next(Instant now) {
        return sql.one(this::read, DUE + " limit 1", now.toEpochMilli());
    }

    /** Reads an alarm; those of a fixture have been waiting since the sandbox started. */
    private Alarm read(Sql.Row row) {
        long at = row.number(3);
        return new Alarm(
                row.text(1), row.text(2), at == Seed.FROM_THE_START ? started.get() : Instant.ofEpochMilli(at));
    }
}
