package dev.sandbank.internal.model;

/** Thrown when there is no memory for more state; the pending write is not made. */
public final class FullException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param bytes how much memory the state may take */
    public FullException(long bytes) {
        super("the state of this environment has reached its " + bytes / 1024
                + " KiB: reset the sandbox, or raise the setting memory");
    }

    /** Explains the reason in a sentence. */
    public String told() {
        return String.valueOf(getMessage());
    }
}
