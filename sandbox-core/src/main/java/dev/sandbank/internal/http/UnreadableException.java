package dev.sandbank.internal.http;

/** Says that what arrived cannot become a request, with the status that tells the client so. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    UnreadableException(int status, String reason) {
        super(status + " " + reason);
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
