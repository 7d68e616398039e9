package dev.sandbank.internal.store;

import java.sql.SQLException;

/** The database failed, which is a bug of ours. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String reason) {
        super("the sandbox's database failed: " + reason);
    }

    StoreException(Exception cause) {
        super("the sandbox's database failed: " + cause.getMessage(), cause);
    }

    /** What the driver told; an error of the machine itself, which it wraps, is thrown as it is. */
    static StoreException of(SQLException told) {
        for (Throwable cause = told.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
        return new StoreException(told);
    }
}
