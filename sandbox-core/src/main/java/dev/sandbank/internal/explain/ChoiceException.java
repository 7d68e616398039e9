package dev.sandbank.internal.explain;

/** Somebody asked for what this bank does not have, or cannot do; the message says what there is. */
public final class ChoiceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ChoiceException(String message) {
        super(message);
    }
}
