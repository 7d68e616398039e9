package dev.sandbank.internal.denial;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An id that looks like another and is nobody's. */
final class Unknown {

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Unknown() {}

    /** The first that fits, changing one character, from the last one on. */
    static Optional<String> like(String id, Predicate<String> fits) {
        return IntStream.iterate(id.length() - 1, place -> place >= 0, place -> place - 1)
                .boxed()
                .flatMap(place -> others(id.charAt(place)).map(other -> replaced(id, place, other)))
                .filter(candidate -> !candidate.equals(id))
                .filter(fits)
                .findFirst();
    }

    private static Stream<Character> others(char own) {
        String all = Character.isDigit(own) ? DIGITS : Character.isLetter(own) ? LETTERS : "";
        return (Character.isUpperCase(own) ? all.toUpperCase(Locale.ROOT) : all)
                .chars()
                .mapToObj(other -> (char) other);
    }

    private static String replaced(String id, int place, char other) {
        return id.substring(0, place) + other + id.substring(place + 1);
    }
}
