package dev.sandbank.internal.store;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** All tables, as one transaction or as single statements see them. */
public record Tables(
        Entries entries, Timers alarms, Links links, Tokens tokens, SignIns signIns, Sessions sessions, Usage usage) {

    static Tables over(Bounded sql, Supplier<Instant> now, Supplier<Instant> started, LongSupplier call) {
        return new Tables(
                new Entries(sql, now, started),
                new Timers(sql, started),
                new Links(sql),
                new Tokens(sql, call),
                new SignIns(sql, call),
                new Sessions(sql, sql.room(), call),
                new Usage(sql, now));
    }
}
