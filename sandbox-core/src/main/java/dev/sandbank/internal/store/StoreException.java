package dev.sandbank.internal.store;

import java.sql.SQLException;

/** Thrown if the database fails, which is a bug in Sandbank. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String reason) {
        super("the sandbox's database failed: " + reason);
    }

    StoreException(Exception cause) {
        super("the sandbox's database failed: " + cause.getMessage(), cause);
    }

    /** Converts the driver's exception; if it wraps an error of the JVM, throws that error. */
    static StoreException of(SQLException told) {
        for (Throwable cause = told.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
        return new StoreException(told);
    }
}
