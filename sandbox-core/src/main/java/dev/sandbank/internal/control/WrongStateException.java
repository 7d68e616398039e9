package dev.sandbank.internal.control;

/** The sandbox has nothing that a request needs, neither from its fixture nor from later changes. */
public final class WrongStateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WrongStateException(String message) {
        super(message);
    }
}
