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
 */
public record Magnitude(Optional<BigDecimal> number, String text) implements Comparable<Magnitude> {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    public static Magnitude of(Object value) {
        String text = value instanceof JsonNode node ? node.asText() : value.toString();
        return new Magnitude(
                NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty(), text);
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
