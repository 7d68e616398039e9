package dev.sandbank.internal.cli;

/** Thrown if a command line can be parsed, but makes no sense. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
