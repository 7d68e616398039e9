package dev.sandbank.internal.model.oauth;

/**
 * The status of a user at a bank and its identity provider.
 *
 * <p>{@code blocked} is the bank's own state; the dialect defines its effect, and may add further states. {@code
 * disabled} is the identity provider's: all tokens are revoked and no new ones issued.
 *
 * @param word the word in fixtures
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
