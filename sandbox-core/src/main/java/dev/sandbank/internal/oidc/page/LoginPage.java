package dev.sandbank.internal.oidc.page;

import java.util.List;

/**
 * Asks who is there: by user name and password, or by one click where choices are offered.
 *
 * <p>The form sends {@code username=…}, {@code password=…} and {@code action=login} or {@code action=deny}; a button of a
 * choice sends {@code choice=…}, the name of its user. All send the hidden fields.
 *
 * @param bank the bank as people call it
 * @param client the application that asks, as people call it
 * @param action where the forms are sent
 * @param hidden what the forms send along
 * @param username what stands in the field at first; may be empty
 * @param failed whether the last try was refused
 * @param choices users that sign in by one click; may be none
 */
public record LoginPage(
        String bank,
        String client,
        String action,
        List<Hidden> hidden,
        String username,
        boolean failed,
        List<Choice> choices) {

    public LoginPage {
        hidden = List.copyOf(hidden);
        choices = List.copyOf(choices);
    }

    /** A user who signs in by one click. */
    public record Choice(String username, String label) {}
}
