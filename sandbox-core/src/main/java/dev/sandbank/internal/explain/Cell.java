package dev.sandbank.internal.explain;

/**
 * What would come of one call, in short.
 *
 * @param gate the gate that refuses it; empty if it is allowed
 * @param refusal the reason's name; empty if it is allowed
 * @param status the HTTP status of the reply
 * @param saw what the refusing gate saw; empty if it is allowed
 */
public record Cell(String gate, String refusal, int status, String saw) {

    private static final String ALLOWED = "allowed";

    public boolean allowed() {
        return gate.isEmpty();
    }

    /** {@code allowed}, or the gate's name. */
    public String word() {
        return allowed() ? ALLOWED : gate;
    }

    /** All of it in a line. */
    public String sentence() {
        return status + (allowed() ? "" : " " + refusal + ": " + saw);
    }
}
