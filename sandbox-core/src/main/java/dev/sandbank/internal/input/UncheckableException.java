package dev.sandbank.internal.input;

import com.networknt.schema.SchemaException;

/** Ends the checking of a value that cannot be brought to its end; the message says why. */
final class UncheckableException extends SchemaException {

    private static final long serialVersionUID = 1L;

    UncheckableException(String reason) {
        super(reason);
    }
}
