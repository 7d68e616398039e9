package dev.sandbank.internal.denial;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds ids that look like another one, and are probably unused. */
final class UnusedId {

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int MOST = 50;

    private UnusedId() {}

    /** Returns the id with one character changed, from the last one on. */
    static Stream<String> like(String id) {
        return IntStream.iterate(id.length() - 1, place -> place >= 0, place -> place - 1)
                .boxed()
                .flatMap(place -> others(id.charAt(place)).map(other -> replaced(id, place, other)))
                .filter(candidate -> !candidate.equals(id))
                .limit(MOST);
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
