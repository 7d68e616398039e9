package dev.sandbank.internal.store;

import java.time.Instant;
import java.util.function.Supplier;

/** All tables, as one transaction or as single statements see them. */
public record Tables(
        Entries entries, Timers alarms, Links links, Tokens tokens, SignIns signIns, Sessions sessions, Usage usage) {

    static Tables over(Bounded sql, Supplier<Instant> now, Supplier<Instant> started) {
        return new Tables(
                new Entries(sql, now, started),
                new Timers(sql, started),
                new Links(sql),
                new Tokens(sql),
                new SignIns(sql),
                new Sessions(sql, sql.room()),
                new Usage(sql, now));
    }
}
