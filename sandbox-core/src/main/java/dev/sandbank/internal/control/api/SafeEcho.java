package dev.sandbank.internal.control.api;

/** Shortens what callers sent, to repeat it in messages. */
final class SafeEcho {

    private static final int LONGEST = 200;
    private static final int LONGEST_SENTENCE = 2000;

    private SafeEcho() {}

    static String of(String text) {
        return '"' + shortened(text) + '"';
    }

    static String shortened(String text) {
        return upTo(LONGEST, text);
    }

    /** Shortens a sentence that contains names from callers. */
    static String sentence(String text) {
        return upTo(LONGEST_SENTENCE, text);
    }

    private static String upTo(int longest, String text) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
