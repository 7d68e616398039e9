package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds and subtracts: amounts and numbers exactly, durations of ISO 8601 to and from days and moments. */
public final class Arithmetic {

    /** How many digits may stand before and after the point. */
    private static final int MOST_DIGITS = 40;

    private static final int LAST_YEAR = 9999;
    private static final Pattern AMOUNT = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final Pattern DURATION = Pattern.compile(
            "(P(?=[0-9T])(?:[0-9]{1,7}Y)?(?:[0-9]{1,7}M)?(?:[0-9]{1,7}W)?"
                    + "(?:[0-9]{1,7}D)?)(T(?=[0-9])(?:[0-9]{1,12}H)?(?:[0-9]{1,12}M)?(?:[0-9]{1,12}(?:\\.[0-9]{1,9})?S)?)?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.([0-9]{1,9}))?)?(?:Z|[-+][0-9]{2}:[0-9]{2})");

    private Arithmetic() {}

    public static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    /** Adds or subtracts; returns null if that is impossible. */
    static @Nullable JsonNode sum(Object left, Object right, boolean plus) {
        BigDecimal number = number(left);
        BigDecimal other = number(right);
        if (number != null && other != null) {
            BigDecimal sum = plus ? number.add(other) : number.subtract(other);
            boolean isText = isText(left) || isText(right);
            return isWithin(sum) ? written(sum.setScale(Math.max(0, sum.scale())), isText) : null;
        }
        return isText(left) && isText(right) ? moved(text(left), text(right), plus ? 1 : -1) : null;
    }

    private static JsonNode written(BigDecimal sum, boolean asText) {
        return asText ? TextNode.valueOf(sum.toPlainString()) : DecimalNode.valueOf(sum);
    }

    private static boolean isText(Object value) {
        return value instanceof String || (value instanceof JsonNode node && node.isTextual());
    }

    private static String text(Object value) {
        return value instanceof JsonNode node ? node.textValue() : value.toString();
    }

    private static @Nullable BigDecimal number(Object value) {
        if (isText(value)) {
            return AMOUNT.matcher(text(value)).matches() ? new BigDecimal(text(value)) : null;
        }
        if (value instanceof Integer integer) {
            return BigDecimal.valueOf(integer);
        }
        BigDecimal number = value instanceof JsonNode node && node.isNumber() ? node.decimalValue() : null;
        return number != null && isWithin(number) ? number : null;
    }

    private static boolean isWithin(BigDecimal number) {
        return number.scale() <= MOST_DIGITS && number.precision() - number.scale() <= MOST_DIGITS;
    }

    /**
     * Adds a duration to a day or a moment, a number of times, with months as the calendar counts them from there.
     *
     * @return null if it cannot be computed
     */
    public static @Nullable JsonNode moved(String from, String by, int times) {
        Matcher duration = DURATION.matcher(by);
        if (!duration.matches()) {
            return null;
        }
        try {
            Period days = duration.group(1).equals("P") ? Period.ZERO : Period.parse(duration.group(1));
            Duration time = duration.group(2) == null ? Duration.ZERO : Duration.parse("P" + duration.group(2));
            String to = moved(from, days.multipliedBy(times), time.multipliedBy(times));
            return to == null ? null : TextNode.valueOf(to);
        } catch (DateTimeException | ArithmeticException beyond) {
            return null;
        }
    }

    private static @Nullable String moved(String from, Period days, Duration time) {
        if (DAY.matcher(from).matches() && time.isZero()) {
            LocalDate day = LocalDate.parse(from).plus(days);
            return isWithin(day.getYear()) ? day.toString() : null;
        }
        Matcher moment = MOMENT.matcher(from);
        if (!moment.matches()) {
            return null;
        }
        OffsetDateTime to = OffsetDateTime.parse(from).plus(days).plus(time);
        boolean told = isWithin(to.getYear())
                && isWithin(to.withOffsetSameInstant(ZoneOffset.UTC).getYear());
        return told ? to.format(withFraction(moment.group(1))) : null;
    }

    private static boolean isWithin(int year) {
        return year >= 0 && year <= LAST_YEAR;
    }

    /** Formats with as many decimals of a second as the moment had, or as it needs. */
    private static DateTimeFormatter withFraction(@Nullable String digits) {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, digits == null ? 0 : digits.length(), 9, true)
                .appendOffset("+HH:MM", "Z")
                .toFormatter(Locale.ROOT);
    }
}
