package dev.sandbank.internal.input;

import com.networknt.schema.SchemaException;

/** Thrown when the check of a value cannot be completed; the message says why. */
final class UncheckableException extends SchemaException {

    private static final long serialVersionUID = 1L;

    UncheckableException(String reason) {
        super(reason);
    }
}
