package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Input;
import dev.sandbank.internal.model.operation.Range;
import dev.sandbank.internal.model.operation.Ranges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Selects the lines of an account's history that a call of {@code listTransactions} asks for. */
public final class TransactionFilter implements Predicate<TransactionLine> {

    private static final List<String> DAYS = List.of("occurredOn", "createdOn", "postedOn");

    private final Input input;
    private final List<Range<LocalDate>> days;
    private final Optional<Range<BigDecimal>> amounts;
    private final Optional<Range<Long>> checkNumbers;

    private TransactionFilter(Input input, List<Range<LocalDate>> days) {
        this.input = input;
        this.days = days;
        this.amounts = input.text("amount").flatMap(Ranges::amounts);
        this.checkNumbers = input.text("checkNumber").flatMap(Ranges::integers);
    }

    /**
     * Reads the filter of a call.
     *
     * @param period the length in days of a range with one open end, and of the range of a call without one
     */
    public static TransactionFilter of(Input input, LocalDate today, int period) {
        List<Range<LocalDate>> asked = new ArrayList<>(DAYS.stream()
                .flatMap(name -> input.text(name).flatMap(Ranges::dates).stream())
                .map(range -> range.closed(end -> end.minusDays(period), end -> end.plusDays(period)))
                .toList());
        if (asked.isEmpty()) {
            asked.add(Range.between(today.minusDays(period), today));
        }
        return new TransactionFilter(input, List.copyOf(asked));
    }

    @Override
    public boolean test(TransactionLine line) {
        return days.stream().allMatch(range -> range.contains(line.day()))
                && (!input.has("posted")
                        || (!line.isBalance()
                                && line.isPosted() == input.get("posted").asBoolean()))
                && (!input.has("postedOn") || line.isPosted())
                && amounts.map(range -> range.contains(line.amount().abs())).orElse(true)
                && checkNumbers.map(range -> hasCheckOf(range, line)).orElse(true)
                && among("type", line, TransactionLine::type)
                && among("subtype", line, TransactionLine::subtype)
                && among(
                        "category",
                        line,
                        one -> one.member("category").path("label").asText());
    }

    private static boolean hasCheckOf(Range<Long> numbers, TransactionLine line) {
        JsonNode number = line.member("check").path("number");
        return number.isNumber() && numbers.contains(number.asLong());
    }

    private boolean among(String parameter, TransactionLine line, Function<TransactionLine, String> member) {
        return !input.has(parameter) || input.texts(parameter).contains(member.apply(line));
    }
}
