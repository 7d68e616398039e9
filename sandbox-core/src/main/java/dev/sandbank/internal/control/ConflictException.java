package dev.sandbank.internal.control;

/** Somebody asked for what the sandbox's state stands against; the message says what that is. */
public final class ConflictException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ConflictException(String message) {
        super(message);
    }
}
