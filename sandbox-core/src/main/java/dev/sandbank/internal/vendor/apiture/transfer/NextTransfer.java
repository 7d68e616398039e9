package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.vendor.apiture.account.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Creates the next transfer of a series: the one before keeps its state, and the next has an id of its own.
 *
 * <p>If the amount varies, or the series has no regular dates, the next transfer has no date: it waits until a caller
 * sets one.
 */
public final class NextTransfer {

    private static final int LAST_YEAR = 9999;

    private final TransferDates dates;

    public NextTransfer(TransferDates dates) {
        this.dates = dates;
    }

    /** Returns the next transfer, unless the series has ended. */
    public Optional<Transfer> after(Transfer before, String id) {
        if (before.frequency() == Frequency.ONCE) {
            return Optional.empty();
        }
        int occurrence = before.document().path("occurrence").asInt() + 1;
        LocalDate first = before.first().orElseThrow();
        LocalDate day = dates.dayAfter(before, first, occurrence);
        Transfer next = following(before, id, day);
        next.document().put("first", first.toString()).put("occurrence", occurrence);
        return Optional.of(next).filter(one -> goesOn(before, one, day));
    }

    /** Estimates how many transfers of a series there will have been by a day; never more than there will be. */
    public long times(Transfer next, LocalDate until) {
        if (next.scheduledOn().isEmpty() || next.varies()) {
            return 1;
        }
        LocalDate last = next.date("endsOn").filter(end -> end.isBefore(until)).orElse(until);
        long byDate = next.frequency().datesBetween(next.scheduledOn().get(), last);
        long byCount = next.says("count").map(JsonNode::asLong).orElse(byDate);
        long byAmount = next.says("amountLimit")
                .map(limit ->
                        Money.of(limit).divideToIntegralValue(next.amount()).longValue())
                .orElse(byDate);
        return Math.max(1, Math.min(byDate, Math.min(byCount, byAmount)));
    }

    private static Transfer following(Transfer before, String id, LocalDate day) {
        ObjectNode document = before.document().deepCopy();
        document.remove(List.of("processedAt", "state"));
        document.put("id", id);
        Transfer next = new Transfer(id, document);
        ObjectNode schedule = next.schedule();
        schedule.remove("scheduledOn");
        if (before.frequency().repeats() && !before.varies()) {
            schedule.put("scheduledOn", day.toString());
        }
        before.says("count").ifPresent(count -> schedule.put("count", count.asInt() - 1));
        before.says("amountLimit").ifPresent(limit -> schedule.put("amountLimit", left(before, Money.of(limit))));
        return next.become(next.stateByDate());
    }

    /** Returns the rest of a limit; failed transfers have not used it. */
    private static String left(Transfer before, BigDecimal limit) {
        boolean failed = before.state().equals(Transfer.FAILED);
        return Money.text(failed ? limit : limit.subtract(before.amount()));
    }

    private static boolean goesOn(Transfer before, Transfer next, LocalDate day) {
        return day.getYear() <= LAST_YEAR
                && next.date("endsOn").map(end -> !day.isAfter(end)).orElse(true)
                && next.says("count").map(count -> count.asInt() > 0).orElse(true)
                && next.says("amountLimit")
                        .map(limit -> Money.of(limit).compareTo(before.amount()) >= 0)
                        .orElse(true);
    }
}
