package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Input;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code listTransferSchedule}: the dates of a series, and the days on which the institution would act on them. */
public final class TransferSchedules {

    /** The last year with four digits. */
    private static final int LAST_YEAR = 9999;

    private final BankCalendar calendar;

    public TransferSchedules(BankCalendar calendar) {
        this.calendar = calendar;
    }

    public ArrayNode dates(Call call) {
        Input input = call.input();
        Frequency frequency = Frequency.named(input.get("frequency").asText());
        LocalDate start = LocalDate.parse(input.get("startsOn").asText());
        Optional<LocalDate> end = input.text("endsOn").map(LocalDate::parse);
        boolean credit = input.get("direction").asText().equals("credit");
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, frequency.repeats() ? input.number("count") : 1)
                .mapToObj(occurrence -> frequency.date(start, occurrence, calendar))
                .filter(day -> end.map(last -> !day.isAfter(last)).orElse(true))
                .filter(day -> effective(day, credit).getYear() <= LAST_YEAR)
                .forEach(day -> items.addObject()
                        .put("scheduledOn", day.toString())
                        .put("effectiveOn", effective(day, credit).toString()));
        return items;
    }

    /**
     * Returns the day on which the institution acts: the last business day before a closed day for a credit, the next
     * one after it for a debit.
     */
    private LocalDate effective(LocalDate day, boolean credit) {
        return credit ? calendar.openOnOrBefore(day) : calendar.openOnOrAfter(day);
    }
}
