package dev.sandbank.internal.explain;

/**
 * Thrown when somebody asks for something that this bank does not have, or cannot do; the message lists what there is.
 */
public final class ChoiceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ChoiceException(String message) {
        super(message);
    }
}
