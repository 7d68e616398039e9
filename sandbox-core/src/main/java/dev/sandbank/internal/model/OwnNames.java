package dev.sandbank.internal.model;

import java.util.Set;

/** A bank's own names for standard reasons, which follow those: {@code resource-unknown.account-invalid}. */
public final class OwnNames {

    private static final Set<String> RENAMED = Set.of("resource-unknown", "entitlement-missing", "subject-blocked");

    private OwnNames() {}

    /** Returns the reason's name, with the name of the bank's phrase if that is another. */
    public static String named(String standard, String phrase) {
        return phrase.equals(standard) ? standard : standard + "." + phrase;
    }

    /** Returns the bank's own name in a reason, or the reason itself. */
    public static String own(String reason) {
        int dot = reason.indexOf('.');
        return dot > 0 && RENAMED.contains(reason.substring(0, dot)) ? reason.substring(dot + 1) : reason;
    }
}
