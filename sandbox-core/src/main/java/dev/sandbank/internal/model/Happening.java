package dev.sandbank.internal.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that happens at a bank and changes no entry, of which its applications may be told.
 *
 * @param name its name: one of those below, or that of a refusal
 * @param user the id of the user whom it is about; empty for none
 * @param client the id of the client; empty for none
 * @param refusal why something was refused, or null
 */
public record Happening(
        String name, String user, String client, @Nullable Refusal refusal) {

    public static final String SIGNED_IN = "signed-in";
    public static final String SIGN_IN_FAILED = "sign-in-failed";
    public static final String SIGNED_OUT = "signed-out";

    /** A call was refused. */
    public static Happening refused(Refusal refusal, String user, String client) {
        return new Happening(refused(refusal.reason()), user, client, refusal);
    }

    /** Returns the name of a refusal for this reason. */
    public static String refused(String reason) {
        return "refused " + reason;
    }
}
