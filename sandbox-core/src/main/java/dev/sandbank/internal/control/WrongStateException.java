package dev.sandbank.internal.control;

/** The fixture, or what became of it, has nothing with which this could be done. */
public final class WrongStateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WrongStateException(String message) {
        super(message);
    }
}
