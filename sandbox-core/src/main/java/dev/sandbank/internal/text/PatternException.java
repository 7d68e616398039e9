package dev.sandbank.internal.text;

/** A pattern that is none, or not of the language that is taken here; the message says why, without the pattern. */
public final class PatternException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }
}
