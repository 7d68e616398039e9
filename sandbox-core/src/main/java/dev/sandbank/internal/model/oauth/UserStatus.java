package dev.sandbank.internal.model.oauth;

/**
 * What a user may be to a bank and its identity provider.
 *
 * <p>{@code blocked} is the bank's own state, whose effect the dialect says, and a dialect may have further ones. {@code
 * disabled} is the identity provider's: all tokens are revoked and nothing is issued.
 *
 * @param word the word that fixtures use
 */
public record UserStatus(String word) {

    public static final UserStatus ACTIVE = new UserStatus("active");
    public static final UserStatus BLOCKED = new UserStatus("blocked");
    public static final UserStatus DISABLED = new UserStatus("disabled");

    public boolean isActive() {
        return equals(ACTIVE);
    }

    public boolean isDisabled() {
        return equals(DISABLED);
    }
}
