package dev.sandbank.internal.explain;

import dev.sandbank.internal.model.operation.GateName;

/**
 * The result of one call, in short.
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

    /** Returns {@code allowed}, or the reason's name. */
    public String word() {
        return allowed() ? ALLOWED : refusal;
    }

    /** Returns how many gates pass the call. */
    int depth() {
        return allowed()
                ? Integer.MAX_VALUE
                : GateName.of(gate).map(GateName::ordinal).orElse(-1);
    }

    /** Whether it may be refused for its input, whoever the caller is. */
    boolean isAboutWhatIsSent() {
        return GateName.of(gate)
                .filter(name -> name == GateName.INPUT || name == GateName.RULES)
                .isPresent();
    }

    /** Describes the result in a line. */
    public String sentence() {
        return status + (allowed() ? "" : " " + refusal + ": " + saw);
    }
}
