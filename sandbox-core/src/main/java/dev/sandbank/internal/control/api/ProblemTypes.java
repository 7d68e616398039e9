package dev.sandbank.internal.control.api;

import java.util.Set;

/** The types of problems that clients must distinguish (RFC 9457 §3.1.1). */
public final class ProblemTypes {

    /** The type of a problem that its status describes. */
    static final String ANY = "about:blank";

    /** The sandbox has nothing that the request needs. */
    public static final String WRONG_STATE = "urn:sandbank:wrong-state";

    /** The server has no such sandbox, or no longer has it. */
    public static final String NO_SANDBOX = "urn:sandbank:no-sandbox";

    private ProblemTypes() {}

    /** Whether a problem of this type is from a control API, and not from a bank in its place. */
    public static boolean isOne(String type) {
        return Set.of(ANY, WRONG_STATE, NO_SANDBOX).contains(type);
    }
}
