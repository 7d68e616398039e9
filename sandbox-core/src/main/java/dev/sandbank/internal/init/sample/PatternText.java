package dev.sandbank.internal.init.sample;

import dev.sandbank.internal.text.PatternException;
import dev.sandbank.internal.text.TextPattern;
import java.util.Optional;

/** Makes a text that a pattern of JSON Schema (ECMA 262) fits, for the patterns that descriptions usually have. */
final class PatternText {

    private static final String PREFERRED = "1aAbBcC023456789-_. /:+@";
    private static final int MOST_REPEATED = 64;
    private static final int LAST = 0x7E;

    private final String pattern;
    private final int repeated;
    private int at;

    private PatternText(String pattern, int repeated) {
        this.pattern = pattern;
        this.repeated = repeated;
    }

    /** Returns a text of a length from the first to the second bound; empty if none was found. */
    static Optional<String> of(String pattern, int shortest, int longest) {
        for (int repeated : new int[] {1, 0, 2, 3, 8, 12, 16, 20, shortest, MOST_REPEATED}) {
            Optional<String> text = made(pattern, Math.min(repeated, MOST_REPEATED))
                    .filter(made -> made.length() >= shortest && made.length() <= longest)
                    .filter(made -> fits(pattern, made));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String pattern, String text) {
        try {
            return TextPattern.of(pattern).isIn(text);
        } catch (PatternException unusable) {
            return false;
        }
    }

    private static Optional<String> made(String pattern, int repeated) {
        try {
            PatternText reader = new PatternText(pattern, repeated);
            String text = reader.alternatives();
            return reader.at == pattern.length() ? Optional.of(text) : Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException unfinished) {
            return Optional.empty();
        }
    }

    /** Reads all alternatives, and returns the first. */
    private String alternatives() {
        String first = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            String atom = atom();
            int end = at;
            int count = count();
            text.append(atom.repeat(Math.min(count, MOST_REPEATED)));
            if (at == end && end == start) {
                throw new IndexOutOfBoundsException(start);
            }
        }
        return text.toString();
    }

    private String atom() {
        char character = pattern.charAt(at++);
        return switch (character) {
            case '^', '$' -> "";
            case '(' -> group();
            case '[' -> String.valueOf(oneOfClass());
            case '\\' -> escaped();
            case '.' -> "a";
            default -> String.valueOf(character);
        };
    }

    private String group() {
        boolean aside = pattern.startsWith("?=", at) || pattern.startsWith("?!", at) || pattern.startsWith("?<!", at);
        if (pattern.startsWith("?<", at) && !aside) {
            at = pattern.indexOf('>', at) + 1;
        } else if (pattern.charAt(at) == '?') {
            at += 2;
        }
        String text = alternatives();
        if (pattern.charAt(at++) != ')') {
            throw new IndexOutOfBoundsException(at);
        }
        return aside ? "" : text;
    }

    private String escaped() {
        char character = pattern.charAt(at++);
        return switch (character) {
            case 'd' -> "1";
            case 'w' -> "a";
            case 's' -> " ";
            case 'D', 'S' -> "a";
            case 'W' -> "-";
            case 'b', 'B' -> "";
            case 'u', 'x' -> {
                int digits = character == 'u' ? 4 : 2;
                at += digits;
                yield String.valueOf((char) Integer.parseInt(pattern.substring(at - digits, at), 16));
            }
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> String.valueOf(character);
        };
    }

    /** Returns a character of a class: a usual one, if the class has any. */
    private char oneOfClass() {
        int start = at - 1;
        at += pattern.charAt(at) == '^' ? 1 : 0;
        for (boolean first = true; first || pattern.charAt(at) != ']'; first = false) {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        String whole = "^" + pattern.substring(start, ++at) + "$";
        for (int i = 0; i < PREFERRED.length(); i++) {
            if (fits(whole, PREFERRED.substring(i, i + 1))) {
                return PREFERRED.charAt(i);
            }
        }
        for (char each = ' '; each <= LAST; each++) {
            if (fits(whole, String.valueOf(each))) {
                return each;
            }
        }
        throw new IndexOutOfBoundsException(start);
    }

    /** Reads a quantifier, and returns how often its atom is repeated here. */
    private int count() {
        if (at == pattern.length()) {
            return 1;
        }
        int least = 1;
        int most = 1;
        switch (pattern.charAt(at)) {
            case '*' -> {
                least = 0;
                most = MOST_REPEATED;
            }
            case '+' -> most = MOST_REPEATED;
            case '?' -> least = 0;
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                least = Integer.parseInt(bounds[0].strip());
                String last = bounds[bounds.length - 1].strip();
                most = last.isEmpty() ? Math.max(least, MOST_REPEATED) : Integer.parseInt(last);
                at = end;
            }
            default -> {
                return 1;
            }
        }
        at++;
        at += at < pattern.length() && pattern.charAt(at) == '?' ? 1 : 0;
        return Math.max(least, Math.min(most, repeated));
    }
}
