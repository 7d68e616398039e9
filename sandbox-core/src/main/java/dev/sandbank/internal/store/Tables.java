package dev.sandbank.internal.store;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** All tables, as one transaction or single statements see them. */
public record Tables(
        Entries entries,
        Timers alarms,
        Links links,
        Tokens tokens,
        SignIns signIns,
        Sessions sessions,
        Usage usage,
        AnsweredCalls answered) {

    static Tables over(
            Bounded sql, Supplier<Instant> now, Supplier<Instant> started, LongSupplier call, EntryChanges changes) {
        Entries entries = new Entries(sql, now, started, changes);
        return new Tables(
                entries,
                new Timers(sql, started),
                new Links(sql),
                new Tokens(sql, call, new ApiCredentials(entries, now)),
                new SignIns(sql, call, now),
                new Sessions(sql, sql.room(), call, changes),
                new Usage(sql, now),
                new AnsweredCalls(sql, now));
    }
}
