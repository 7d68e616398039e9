package dev.sandbank.internal.journal;

import java.util.List;

/** Estimates how many bytes of memory a value takes, never much too low. */
final class MemorySize {

    private static final int OBJECT = 48;
    private static final int STRING = 56;

    private MemorySize() {}

    static long of(String text) {
        return STRING + (isNarrow(text) ? text.length() : 2L * text.length());
    }

    /** Whether the JVM stores one byte for each character. */
    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** Returns the size of a record, list or map with so many elements, without the elements. */
    static long ofHolder(int things) {
        return OBJECT + (long) OBJECT * things;
    }

    static long of(List<String> texts) {
        return ofHolder(texts.size()) + texts.stream().mapToLong(MemorySize::of).sum();
    }
}
