package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A browser at a bank where somebody wants to sign out. */
final class SignOutScene implements AutoCloseable {

    /** Where the portal may send people who signed out. */
    static final String GOODBYE = "https://portal.example.test/goodbye";

    private final Sandbank bank = Sandbank.start(App.FIXTURE);
    private final Browser browser = new Browser(bank);

    Sandbank bank() {
        return bank;
    }

    Browser browser() {
        return browser;
    }

    /** Signs Ada in to the portal; returns its ID token. */
    String signedIn() {
        return CodeFlow.of(bank, App.PORTAL).signIn(browser, Person.ADA).text("/id_token");
    }

    Page logout(String... parameters) {
        StringBuilder target = new StringBuilder("/oidc/logout");
        for (int i = 0; i < parameters.length; i += 2) {
            target.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
            target.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return browser.open(target.toString());
    }

    int refresh(Answer tokens) {
        return CodeFlow.refresh(bank, App.PORTAL, tokens.text("/refresh_token"))
                .send()
                .status();
    }

    void assertSignedIn() {
        assertThat(silent().told("code")).isNotEmpty();
    }

    void assertSignedOut() {
        assertThat(silent().told("error")).isEqualTo("login_required");
    }

    private Page silent() {
        return CodeFlow.of(bank, App.PORTAL).with("prompt", "none").start(browser);
    }

    static void assertErrorPage(Page page, String named) {
        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.leaves()).isFalse();
        assertThat(page.heading()).isEqualTo("This request to sign out is not valid");
        assertThat(page.text()).contains(". Nobody was signed out");
        assertThat(page.text()).contains(named);
    }

    @Override
    public void close() {
        bank.close();
    }
}
