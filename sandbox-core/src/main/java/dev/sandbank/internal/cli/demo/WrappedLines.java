package dev.sandbank.internal.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width. */
final class WrappedLines {

    private WrappedLines() {}

    /** Breaks between words. */
    static List<String> wrap(String text, int width) {
        return join(List.of(text.split(" ", -1)), " ", width);
    }

    /** Puts as many pieces on a line as fit; a piece that is longer than a line is cut. */
    static List<String> join(List<String> pieces, String between, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            String fitting = cut(piece, width);
            if (!line.isEmpty() && line.length() + between.length() + fitting.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : between).append(fitting);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text, or its beginning and an ellipsis. */
    static String cut(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text;
    }
}
