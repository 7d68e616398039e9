package dev.sandbank.internal.journal;

import java.util.List;

/** How many bytes of memory something takes, about, and never much less than it does. */
final class MemorySize {

    private static final int OBJECT = 48;
    private static final int STRING = 56;

    private MemorySize() {}

    static long of(String text) {
        return STRING + (isNarrow(text) ? text.length() : 2L * text.length());
    }

    /** Whether the JVM keeps one byte for each character. */
    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** A record, a list or a map of so many things, without them. */
    static long ofHolder(int things) {
        return OBJECT + (long) OBJECT * things;
    }

    static long of(List<String> texts) {
        return ofHolder(texts.size()) + texts.stream().mapToLong(MemorySize::of).sum();
    }
}
