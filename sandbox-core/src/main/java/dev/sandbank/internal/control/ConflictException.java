package dev.sandbank.internal.control;

/** The sandbox's state does not allow what a caller asked for; the message says why. */
public final class ConflictException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ConflictException(String message) {
        super(message);
    }
}
