package dev.sandbank.internal.store;

import dev.sandbank.internal.model.FullException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Bounds the state that calls may add to the fixture's. If it is full, expired rows are deleted, the oldest first;
 * valid rows never are.
 *
 * <p>It counts what is written and not what is deleted, so its count becomes too high over time. When the count reaches
 * the bound, the room counts the actual rows.
 */
final class Room {

    /** The bytes of a row besides its texts, with its entries in indexes. */
    static final int ROW = 1024;

    private static final String COUNTED = """
            select (select count(*) from entry) + (select count(*) from alarm) + (select count(*) from link)
              + (select count(*) from permission) + (select count(*) from token) + (select count(*) from code)
              + (select count(*) from session) + (select count(*) from sign_in) + (select count(*) from consent)
              + (select count(*) from assertion) + (select count(*) from client_usage) + (select count(*) from answered),
              (select coalesce(sum(length(document) + length(id)), 0) from entry)
              + (select coalesce(sum(length(scopes) + length(claims) + coalesce(length(nonce), 0)), 0) from sign_in)
              + (select coalesce(sum(length(scopes) + coalesce(length(audience), 0) + coalesce(length(claims), 0)), 0) from token)
              + (select coalesce(sum(length(headers) + length(body)), 0) from answered)
              + (select coalesce(sum(length(redirect_uri) + coalesce(length(challenge), 0)), 0) from code)""";

    private static final List<String> EXPIRING = List.of("token", "code", "session", "assertion", "answered");
    private static final String LATEST_ASSERTION =
            "select expires_at from assertion where expires_at <= ? order by expires_at desc limit 1";
    private static final String ORPHANS = "delete from sign_in where id not in (select sign_in from code)"
            + " and id not in (select sign_in from token where sign_in is not null)";

    private final long most;
    private final Supplier<Instant> now;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong forgotten = new AtomicLong(Long.MIN_VALUE);
    private volatile long fullUntil = Long.MIN_VALUE;

    /** @param most the bound in bytes, including the rows of the fixture */
    Room(long most, Supplier<Instant> now) {
        this.most = most;
        this.now = now;
    }

    /**
     * Takes some of the room.
     *
     * @param sql deletes expired rows if there is no room, within the transaction that needs it
     * @throws FullException if there is still no room
     */
    void take(long bytes, Sql sql) {
        if (taken.addAndGet(bytes) <= most) {
            return;
        }
        long moment = now.get().toEpochMilli();
        if (moment < fullUntil) {
            throw new FullException(most);
        }
        long used = counted(sql);
        if (used + bytes > most) {
            used = forgetting(sql, oldestHalf(sql, moment));
        }
        if (used + bytes > most) {
            used = forgetting(sql, moment);
        }
        if (used + bytes > most) {
            fullUntil = nextToExpire(sql);
            throw new FullException(most);
        }
        taken.set(used + bytes);
    }

    /** Whether so many more bytes would fit now. */
    boolean has(long bytes, Sql sql) {
        if (taken.get() + bytes > most) {
            count(sql);
        }
        return taken.get() + bytes <= most;
    }

    /** Counts the actual rows. */
    void count(Sql sql) {
        taken.set(counted(sql));
    }

    /** Counts a change of existing rows, which is refused only if it is large. */
    void change(long bytes, Sql sql) {
        if (bytes > ROW) {
            take(bytes, sql);
        } else {
            taken.addAndGet(bytes);
        }
    }

    /** Notes that rows were deleted, so that counting again may help. */
    void given() {
        fullUntil = Long.MIN_VALUE;
    }

    void startAgain(long bytes) {
        taken.set(bytes);
        forgotten.set(Long.MIN_VALUE);
        given();
    }

    /** Whether the use of a client assertion that expired by this moment may have been deleted. */
    boolean hasForgotten(Instant expiry) {
        return expiry.toEpochMilli() <= forgotten.get();
    }

    private static long counted(Sql sql) {
        return sql.one(row -> row.number(1) * ROW + row.number(2), COUNTED).orElse(0L);
    }

    /** Deletes what had expired by a moment; returns the bytes that are left. */
    private long forgetting(Sql sql, long moment) {
        sql.one(row -> row.number(1), LATEST_ASSERTION, moment)
                .ifPresent(latest -> forgotten.accumulateAndGet(latest, Math::max));
        EXPIRING.forEach(table -> sql.run("delete from " + table + " where expires_at <= ?", moment));
        sql.run(ORPHANS);
        return counted(sql);
    }

    private static long oldestHalf(Sql sql, long moment) {
        long expired = sql.one(row -> row.number(1), "select count(*) from token where expires_at <= ?", moment)
                .orElse(0L);
        return sql.one(
                        row -> row.number(1),
                        "select expires_at from token where expires_at <= ? order by expires_at limit 1 offset ?",
                        moment,
                        expired / 2)
                .orElse(moment);
    }

    private static long nextToExpire(Sql sql) {
        return EXPIRING.stream()
                .flatMap(
                        table -> sql
                                .one(
                                        row -> row.number(1),
                                        "select expires_at from " + table + " order by expires_at limit 1")
                                .stream())
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
