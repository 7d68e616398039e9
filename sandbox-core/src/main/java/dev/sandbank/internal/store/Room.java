package dev.sandbank.internal.store;

import dev.sandbank.internal.model.FullException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How much state calls may still add to what the fixture gave. What has expired makes room for what is new, the oldest first and
 * only when there is none left; what is alive never does.
 *
 * <p>It counts what is written and never what goes, so its count is too high as time goes by. When that reaches the bound, what is
 * really there is counted.
 */
final class Room {

    /** What a row takes besides its texts, with its places in indexes. */
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

    /** @param most in bytes, with the rows of the fixture */
    Room(long most, Supplier<Instant> now) {
        this.most = most;
        this.now = now;
    }

    /**
     * Takes some of it.
     *
     * @param sql makes room if there is none, within the transaction that needs it
     * @throws FullException if there is none to be had
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

    /** Whether so much more would fit by now. */
    boolean has(long bytes, Sql sql) {
        if (taken.get() + bytes > most) {
            count(sql);
        }
        return taken.get() + bytes <= most;
    }

    /** Counts what is really there. */
    void count(Sql sql) {
        taken.set(counted(sql));
    }

    /** Changes of what is there are never refused unless they are large; they count all the same. */
    void change(long bytes, Sql sql) {
        if (bytes > ROW) {
            take(bytes, sql);
        } else {
            taken.addAndGet(bytes);
        }
    }

    /** Something went, so that it may be worth counting again. */
    void given() {
        fullUntil = Long.MIN_VALUE;
    }

    void startAgain(long bytes) {
        taken.set(bytes);
        forgotten.set(Long.MIN_VALUE);
        given();
    }

    /** Whether a use of an assertion that expired by then may have been forgotten. */
    boolean hasForgotten(Instant expiry) {
        return expiry.toEpochMilli() <= forgotten.get();
    }

    private static long counted(Sql sql) {
        return sql.one(row -> row.number(1) * ROW + row.number(2), COUNTED).orElse(0L);
    }

    /** Forgets what had expired by a moment; returns what is left. */
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
