package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ID token as a hint at who is meant: one that was issued here, to this client, of whatever age. */
class IdTokenHintTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    private final Browser browser = new Browser(bank);

    @Test
    void isRightIfThatUserIsSignedIn() {
        String hint = idToken(App.MOBILE, Person.ADA);

        assertThat(hinted(hint).told("code")).isNotEmpty();
    }

    @Test
    void isRightThoughItHasExpired() {
        String hint = idToken(App.MOBILE, Person.ADA);
        bank.clock().advance(Duration.ofMinutes(20));

        assertThat(hinted(hint).told("code")).isNotEmpty();
    }

    @Test
    void isNotMetByAnotherUser() {
        String hint = CodeFlow.of(bank, App.MOBILE).signIn(Person.BOB).text("/id_token");
        idToken(App.MOBILE, Person.ADA);

        assertThat(hinted(hint).told("error")).isEqualTo("login_required");
    }

    @Test
    void namesTheUserOnTheLoginPageWhoAloneMaySignInThere() {
        String hint = CodeFlow.of(bank, App.MOBILE).signIn(Person.BOB).text("/id_token");
        idToken(App.MOBILE, Person.ADA);
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE).with("id_token_hint", hint);

        Page page = flow.start(browser);

        assertThat(page.field("username")).isEqualTo("bob");
        assertThat(page.signIn(Person.ADA).told("error")).isEqualTo("login_required");
    }

    @Test
    void isWrongIfItIsAnotherClients() {
        String hint = idToken(App.PORTAL, Person.ADA);

        assertThat(hinted(hint).told("error")).isEqualTo("invalid_request");
    }

    @Test
    void isWrongIfItWasTamperedWith() {
        String hint = idToken(App.MOBILE, Person.ADA);
        String[] parts = hint.split("\\.", -1);
        String other = CodeFlow.of(bank, App.MOBILE).signIn(Person.BOB).text("/id_token");

        assertThat(hinted(parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2])
                        .told("error"))
                .isEqualTo("invalid_request");
        assertThat(hinted(parts[0] + "." + parts[1] + ".").told("error")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "==", " ", "\n", "!", "+", "A", "\u00e9"})
    void isWrongIfItIsNotBase64Url(String more) {
        String hint = idToken(App.MOBILE, Person.ADA);

        assertThat(hinted(hint + more).told("error")).isEqualTo("invalid_request");
        assertThat(hinted(hint.replace(".", more + ".")).told("error")).isEqualTo("invalid_request");
        assertThat(hinted(hint).told("code")).isNotEmpty();
    }

    @Test
    void isWrongIfItIsOfAnotherSandbox() {
        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            String hint = CodeFlow.of(twin, App.MOBILE).signIn(Person.ADA).text("/id_token");
            idToken(App.MOBILE, Person.ADA);

            assertThat(hinted(hint).told("error")).isEqualTo("invalid_request");
        }
    }

    @Test
    void isWrongIfItIsSomethingElseThatWasSignedHere() {
        CodeFlow flow = CodeFlow.of(bank, App.JWT);
        String access = flow.signIn(browser, Person.ADA).text("/access_token");
        String userinfo = OpenIdCalls.userinfo(bank, access).send().body();

        for (String signed : new String[] {access, userinfo}) {
            Page page = CodeFlow.of(bank, App.JWT).with("id_token_hint", signed).start(browser);
            assertThat(page.told("error")).isEqualTo("invalid_request");
        }
    }

    private String idToken(App app, Person person) {
        return CodeFlow.of(bank, app)
                .with("prompt", "login")
                .signIn(browser, person)
                .text("/id_token");
    }

    private Page hinted(String hint) {
        return CodeFlow.of(bank, App.MOBILE)
                .with("prompt", "none")
                .with("id_token_hint", hint)
                .start(browser);
    }
}
