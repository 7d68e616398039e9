package dev.sandbank.internal.oidc.page;

import java.util.List;

/**
 * Asks a signed-in user whether to sign out.
 *
 * <p>The form sends {@code action}, which is {@code sign-out} or {@code stay}, and the hidden fields.
 *
 * @param bank the bank as people call it
 * @param user the signed-in user, as people call them
 * @param action where the form is sent
 * @param hidden what the form sends along
 */
public record SignOutPage(String bank, String user, String action, List<Hidden> hidden) {

    public SignOutPage {
        hidden = List.copyOf(hidden);
    }
}
