package dev.sandbank.internal.control.api;

import java.util.Set;

/** The types of problems that clients have to tell from others (RFC 9457 §3.1.1). */
public final class ProblemTypes {

    /** What the status says is all. */
    static final String ANY = "about:blank";

    /** The sandbox has nothing with which something could be done: whoever asks could have known. */
    public static final String WRONG_STATE = "urn:sandbank:wrong-state";

    /** There is no such sandbox in this server, or no longer. */
    public static final String NO_SANDBOX = "urn:sandbank:no-sandbox";

    private ProblemTypes() {}

    /** Whether a control API tells of such problems; a bank in its place tells of others. */
    public static boolean isOne(String type) {
        return Set.of(ANY, WRONG_STATE, NO_SANDBOX).contains(type);
    }
}
