package dev.sandbank.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** When entries want attention: a transfer on its day, a transaction when it settles. */
public final class Timers {

    private static final String DUE = "select collection, id, at from alarm where at <= ? order by at, position";

    private final Sql sql;
    private final Supplier<Instant> started;

    Timers(Sql sql, Supplier<Instant> started) {
        this.sql = sql;
        this.started = started;
    }

    /**
     * An entry whose time has come.
     *
     * @param collection the collection it is in
     * @param id its id
     * @param at when it was to be looked at
     */
    public record Alarm(String collection, String id, Instant at) {}

    /** Sets when an entry is to be looked at; there is one such moment for each, and the last one set counts. */
    public void set(String collection, String id, Instant at) {
        clear(collection, id);
        sql.run("insert into alarm values (?, ?, ?, nextval('later_position'))", collection, id, at.toEpochMilli());
    }

    public void clear(String collection, String id) {
        sql.run("delete from alarm where collection = ? and id = ?", collection, id);
    }

    /** All of them, in the order in which they will be answered. */
    public List<Alarm> all() {
        return due(Long.MAX_VALUE);
    }

    /** Those whose time will have come, in that order. */
    public List<Alarm> due(Instant moment) {
        return due(moment.toEpochMilli());
    }

    private List<Alarm> due(long moment) {
        return sql.many(this::read, DUE, moment);
    }

    /** The earliest of those whose time has come. */
    public Optional<Alarm> next(Instant now) {
        return sql.one(this::read, DUE + " limit 1", now.toEpochMilli());
    }

    /** Entries of a fixture wait since the sandbox started. */
    private Alarm read(Sql.Row row) {
        long at = row.number(3);
        return new Alarm(
                row.text(1), row.text(2), at == Seed.FROM_THE_START ? started.get() : Instant.ofEpochMilli(at));
    }
}
