package dev.sandbank.internal.cli;

import java.util.Locale;

/** Makes text from outside fit for one line: it spells out characters that could end the line or control a terminal. */
final class TerminalText {

    private static final int LONGEST = 4_000;

    private TerminalText() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().limit(LONGEST).forEach(character -> {
            if (harmless(character)) {
                line.appendCodePoint(character);
            } else {
                line.append("\\u").append(String.format(Locale.ROOT, "%04X", character));
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line.toString();
    }

    /** Does the same for one word of a line, and also escapes blanks, which would end the word. */
    static String word(String text) {
        return text.isEmpty() ? "-" : of(text).replace(" ", "%20");
    }

    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
