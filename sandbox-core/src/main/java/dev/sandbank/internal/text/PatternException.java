package dev.sandbank.internal.text;

/** Thrown for a pattern that is invalid or not supported; the message says why, without the pattern. */
public final class PatternException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }
}
