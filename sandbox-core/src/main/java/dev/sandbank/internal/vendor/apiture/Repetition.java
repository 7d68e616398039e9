package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The next transfer of a series: the one before stays what it became, the next is another with an id of its own. */
final class Repetition {

    private static final int LAST_YEAR = 9999;

    private Repetition() {}

    /** The next one, unless the series has come to its end. */
    static Optional<Transfer> after(Transfer before, String id) {
        return before.frequency().repeats()
                ? Optional.of(following(before, id)).filter(next -> goesOn(before, next))
                : Optional.empty();
    }

    private static Transfer following(Transfer before, String id) {
        ObjectNode document = before.document().deepCopy();
        document.remove(List.of("processedAt"));
        int occurrence = document.path("occurrence").asInt() + 1;
        LocalDate first = before.first().orElseThrow();
        document.put("id", id).put("first", first.toString()).put("occurrence", occurrence);
        Transfer next = new Transfer(id, document).become(Transfer.SCHEDULED);
        LocalDate day = before.frequency().date(first, occurrence);
        ObjectNode schedule = next.schedule().put("scheduledOn", day.toString());
        before.says("count").ifPresent(count -> schedule.put("count", count.asInt() - 1));
        before.says("amountLimit").ifPresent(limit -> schedule.put("amountLimit", left(before, Money.of(limit))));
        return next;
    }

    /** What is left of a limit: what failed has not used it. */
    private static String left(Transfer before, BigDecimal limit) {
        boolean failed = before.state().equals(Transfer.FAILED);
        return Money.text(failed ? limit : limit.subtract(before.amount()));
    }

    private static boolean goesOn(Transfer before, Transfer next) {
        LocalDate day = next.scheduledOn().orElseThrow();
        return day.getYear() <= LAST_YEAR
                && next.date("endsOn").map(end -> !day.isAfter(end)).orElse(true)
                && next.says("count").map(count -> count.asInt() > 0).orElse(true)
                && next.says("amountLimit")
                        .map(limit -> Money.of(limit).compareTo(before.amount()) >= 0)
                        .orElse(true);
    }
}
