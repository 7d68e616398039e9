package dev.sandbank.internal.control;

/** A caller used a name that does not exist; the message says which names do. */
public final class UnknownNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
