package dev.sandbank.internal.model;

/** There is no room for more state; what was about to be written is not. */
public final class FullException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param bytes how much the state may take */
    public FullException(long bytes) {
        super("the state of this environment has reached its " + bytes / 1024
                + " KiB: reset the sandbox, or give it more by the setting memory");
    }

    /** Why, as a sentence. */
    public String told() {
        return String.valueOf(getMessage());
    }
}
