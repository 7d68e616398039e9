package dev.sandbank.internal.control;

/** Somebody named what is not there; the message says what there is instead. */
public final class UnknownNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
