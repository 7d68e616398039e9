package dev.sandbank.internal.oidc.page;

import java.util.List;

/**
 * Asks a signed-in user whether an application may have what it wants.
 *
 * <p>The form sends {@code action}, which is {@code allow} or {@code deny}, and the hidden fields.
 *
 * @param bank the bank as people call it
 * @param client the application that asks, as people call it
 * @param user the signed-in user, as people call them
 * @param action where the form is sent
 * @param hidden what the form sends along
 * @param scopes what the application wants
 */
public record ConsentPage(
        String bank, String client, String user, String action, List<Hidden> hidden, List<Scope> scopes) {

    public ConsentPage {
        hidden = List.copyOf(hidden);
        scopes = List.copyOf(scopes);
    }

    /** One thing that the application wants: its name, and what it means; the meaning may be empty. */
    public record Scope(String name, String about) {}
}
