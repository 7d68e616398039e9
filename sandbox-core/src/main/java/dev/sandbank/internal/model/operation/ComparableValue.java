package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that can be compared: numbers and amounts by size, moments of ISO 8601 by time, regardless of notation,
 * everything else as text.
 *
 * <p>Numbers come before texts.
 *
 * @param number the number, if it can be read as one
 * @param text the text; of a moment that in UTC
 * @param day the day that a moment is written with, or the text
 * @param quoted whether it is a text, even if it can be read as a number
 */
public record ComparableValue(Optional<BigDecimal> number, String text, String day, boolean quoted)
        implements Comparable<ComparableValue> {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[-+][0-9]{2}:[0-9]{2})");
    private static final DateTimeFormatter TO_THE_NANOSECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS", Locale.ROOT);
    private static final int DAY = "2031-03-03".length();

    /** Makes one; empty for lists, objects and null, which cannot be compared. */
    public static Optional<ComparableValue> of(Object value) {
        if (!(value instanceof JsonNode node)) {
            return Optional.of(ofText(value.toString()));
        }
        if (node.isNumber()) {
            return Optional.of(
                    new ComparableValue(Optional.of(node.decimalValue()), node.asText(), node.asText(), false));
        }
        return node.isTextual() || node.isBoolean() ? Optional.of(ofText(node.asText())) : Optional.empty();
    }

    private static ComparableValue ofText(String text) {
        Optional<BigDecimal> number =
                NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        return new ComparableValue(number, inUtc(text), dayOf(text), true);
    }

    /** Whether it is the same: two texts letter by letter, since "007" is not "7"; a text and a number by size. */
    public boolean isSame(ComparableValue other) {
        boolean bySize = !(quoted && other.quoted) && number.isPresent() && other.number.isPresent();
        return bySize ? compareTo(other) == 0 : text.equals(other.text);
    }

    /** Whether both are numbers or both are not, and this is not less; a moment and a day compare by their days. */
    public boolean isAtLeast(ComparableValue other) {
        boolean withDay = isDay() != other.isDay() && day.length() == DAY && other.day.length() == DAY;
        return withDay
                ? day.compareTo(other.day) >= 0
                : number.isPresent() == other.number.isPresent() && compareTo(other) >= 0;
    }

    private boolean isDay() {
        return text.length() == DAY;
    }

    private static String dayOf(String text) {
        return isMoment(text) ? text.substring(0, DAY) : text;
    }

    /** Converts a moment to UTC, to the nanosecond, so that it compares as text. */
    private static String inUtc(String text) {
        if (!isMoment(text)) {
            return text;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(TO_THE_NANOSECOND);
        } catch (DateTimeException noMoment) {
            return text;
        }
    }

    private static boolean isMoment(String text) {
        return MOMENT.matcher(text).matches();
    }

    @Override
    public int compareTo(ComparableValue other) {
        if (number.isPresent() && other.number.isPresent()) {
            return number.get().compareTo(other.number.get());
        }
        if (number.isPresent() != other.number.isPresent()) {
            return number.isPresent() ? -1 : 1;
        }
        return text.compareTo(other.text);
    }
}
