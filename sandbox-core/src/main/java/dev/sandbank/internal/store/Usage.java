package dev.sandbank.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts the requests of each client in its current period; a period begins with the client's first request. */
public final class Usage {

    private final Sql sql;
    private final Supplier<Instant> now;

    Usage(Sql sql, Supplier<Instant> now) {
        this.sql = sql;
        this.now = now;
    }

    private record Period(long since, long requests) {}

    /**
     * Counts one more request of a client.
     *
     * @return how long the client has to wait if it may make no more requests; this one is not counted then
     */
    public Optional<Duration> count(String client, int most, Duration period) {
        long moment = now.get().toEpochMilli();
        Optional<Period> running =
                running(client).filter(one -> one.since() <= moment && moment < one.since() + period.toMillis());
        if (running.isEmpty()) {
            sql.run("delete from client_usage where client = ?", client);
            sql.run("insert into client_usage values (?, ?, 1)", client, moment);
            return Optional.empty();
        }
        if (running.get().requests() >= most) {
            return Optional.of(Duration.ofMillis(running.get().since() + period.toMillis() - moment));
        }
        sql.run("update client_usage set requests = requests + 1 where client = ?", client);
        return Optional.empty();
    }

    private Optional<Period> running(String client) {
        return sql.one(
                row -> new Period(row.number(1), row.number(2)),
                "select since, requests from client_usage where client = ?",
                client);
    }
}
