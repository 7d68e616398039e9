package dev.sandbank.internal.model;

import java.util.Locale;

/**
 * What a user may be to a bank and its identity provider.
 *
 * <p>{@code BLOCKED} is the bank's own state, whose effect the dialect says. {@code DISABLED} is the identity
 * provider's: all tokens are revoked and nothing is issued.
 */
public enum UserStatus {
    ACTIVE,
    BLOCKED,
    DISABLED;

    public static UserStatus named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The word that fixtures use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
