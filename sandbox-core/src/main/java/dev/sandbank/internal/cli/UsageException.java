package dev.sandbank.internal.cli;

/** The command line can be parsed, and still makes no sense. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
