package dev.sandbank.internal.explain.page;

import java.util.ArrayList;
import java.util.List;

/** Wraps lines of text under a label: no wider than a page unless a word is longer; nothing is cut. */
final class Wrapped {

    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();

    void line(String text) {
        lines.add(text.stripTrailing());
    }

    /** Adds words after a label; further lines are indented as far. */
    void labelled(String label, String words) {
        String indent = " ".repeat(label.length());
        StringBuilder line = new StringBuilder(label);
        for (String word : words.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        line(line.toString());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
