package dev.sandbank.internal.store;

/** The database failed, which is a bug of ours. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String reason) {
        super("the sandbox's database failed: " + reason);
    }

    StoreException(Exception cause) {
        super("the sandbox's database failed: " + cause.getMessage(), cause);
    }
}
