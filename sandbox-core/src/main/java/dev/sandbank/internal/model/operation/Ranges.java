package dev.sandbank.internal.model.operation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Parses ranges of days, amounts of money and whole numbers strictly: no spaces and no signs. */
public final class Ranges {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{0,2})?");
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,18}");

    /** A format: how to recognize it, and what it looks like, in words. */
    private record Format(Predicate<String> test, String form) {}

    private static final Map<String, Format> FORMATS = Map.of(
            "date-range",
            new Format(text -> dates(text).isPresent(), "a day or a range of days, such as [2031-03-01,2031-04-01)"),
            "amount-range",
            new Format(text -> amounts(text).isPresent(), "an amount or a range of amounts, such as [10.00,20.00)"),
            "integer-range",
            new Format(text -> integers(text).isPresent(), "a number or a range of numbers, such as [1001,1099]"));

    private Ranges() {}

    /** Returns their names in JSON Schemas: the values of {@code format}. */
    public static Set<String> formats() {
        return FORMATS.keySet();
    }

    /** Whether a text is a range of this format. */
    public static boolean fits(String format, String text) {
        return Optional.ofNullable(FORMATS.get(format))
                .filter(known -> known.test().test(text))
                .isPresent();
    }

    /** Whether a value is in a range of its kind; an invalid range contains nothing. */
    public static boolean contains(String range, String value) {
        return isIn(dates(range), date(value))
                || isIn(integers(range), integer(value))
                || isIn(amounts(range), amount(value));
    }

    private static <T extends Comparable<? super T>> boolean isIn(Optional<Range<T>> range, Optional<T> value) {
        return range.flatMap(known -> value.filter(known::contains)).isPresent();
    }

    /** Describes the texts of a format in words; empty for an unknown format. */
    public static Optional<String> form(String format) {
        return Optional.ofNullable(FORMATS.get(format)).map(known -> "must be " + known.form());
    }

    /** Such as {@code 2031-03-03} or {@code [2031-03-01,2031-04-01)}. */
    public static Optional<Range<LocalDate>> dates(String text) {
        return Range.parse(text, Ranges::date);
    }

    /** Such as {@code 10.00} or {@code (10,]}: with two decimals at most. */
    public static Optional<Range<BigDecimal>> amounts(String text) {
        return Range.parse(text, Ranges::amount);
    }

    /** Such as {@code 1001} or {@code [1001,1099]}. */
    public static Optional<Range<Long>> integers(String text) {
        return Range.parse(text, Ranges::integer);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> amount(String text) {
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Long> integer(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
