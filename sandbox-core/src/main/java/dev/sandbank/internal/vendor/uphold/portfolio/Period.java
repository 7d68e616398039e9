package dev.sandbank.internal.vendor.uphold.portfolio;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.Timestamps;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The month of a statement, in UTC.
 *
 * @param from its first moment
 * @param next the first moment of the month after it
 */
record Period(Instant from, Instant next) {

    static Period of(Call call) {
        YearMonth month = YearMonth.of(call.input().number("year"), call.input().number("month"));
        return new Period(start(month), start(month.plusMonths(1)));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Returns its last millisecond. */
    Instant to() {
        return next.minusMillis(1);
    }

    String firstText() {
        return Timestamps.text(from);
    }

    String lastText() {
        return Timestamps.text(to());
    }

    boolean hasMade(Entry entry) {
        return !entry.createdAt().isBefore(from) && entry.createdAt().isBefore(next);
    }
}
