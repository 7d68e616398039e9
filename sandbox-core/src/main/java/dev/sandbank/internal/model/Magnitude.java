package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that can be compared: numbers and amounts by their size, however they are written, everything else as text.
 *
 * <p>Numbers come before texts. Dates and instants of ISO 8601 in one format compare rightly as texts.
 *
 * @param number the number, if it can be read as one
 * @param text the text
 * @param quoted whether it is a text, even if it can be read as a number
 */
public record Magnitude(Optional<BigDecimal> number, String text, boolean quoted) implements Comparable<Magnitude> {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    /** Nothing for what cannot be compared: lists, objects and null. */
    public static Optional<Magnitude> of(Object value) {
        if (!(value instanceof JsonNode node)) {
            return Optional.of(ofText(value.toString()));
        }
        if (node.isNumber()) {
            return Optional.of(new Magnitude(Optional.of(node.decimalValue()), node.asText(), false));
        }
        return node.isTextual() || node.isBoolean() ? Optional.of(ofText(node.asText())) : Optional.empty();
    }

    private static Magnitude ofText(String text) {
        Optional<BigDecimal> number =
                NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        return new Magnitude(number, text, true);
    }

    /** Whether it is the same: two texts letter by letter, since "007" is not "7"; with a number, by size. */
    public boolean isSame(Magnitude other) {
        boolean bySize = !(quoted && other.quoted) && number.isPresent() && other.number.isPresent();
        return bySize ? compareTo(other) == 0 : text.equals(other.text);
    }

    /** Whether it is of the same kind, a number or not, and not less. */
    public boolean isAtLeast(Magnitude other) {
        return number.isPresent() == other.number.isPresent() && compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Magnitude other) {
        if (number.isPresent() && other.number.isPresent()) {
            return number.get().compareTo(other.number.get());
        }
        if (number.isPresent() != other.number.isPresent()) {
            return number.isPresent() ? -1 : 1;
        }
        return text.compareTo(other.text);
    }
}
