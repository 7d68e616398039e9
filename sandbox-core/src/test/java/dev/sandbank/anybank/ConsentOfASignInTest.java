package dev.sandbank.anybank;

import static dev.sandbank.DenialReason.OAuth.CONSENT_REQUIRED;
import static dev.sandbank.anybank.ConsentBank.ANN;
import static dev.sandbank.anybank.ConsentBank.BOB;
import static dev.sandbank.anybank.ConsentBank.request;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.ControlCall;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A bank that keeps a consent for each sign-in asks for it each time, and holds what was picked. */
class ConsentOfASignInTest {

    @AutoClose
    private final ConsentBank bank = ConsentBank.start();

    private final Sandbank sandbank = bank.sandbank();

    @Test
    void isAskedForAtEachSignIn() {
        Browser browser = new Browser(sandbank);
        Page first = browser.open(request()).signIn(ANN);
        Answer tokens = bank.tokens(first.press("Allow", "pick", "a-2").told("code"));

        Page second = browser.open(request());
        assertThat(second.document().select("fieldset label").eachText()).containsExactly("Daily a-1", "a-2");
        Answer others = bank.tokens(second.press("Allow", "pick", "a-1").told("code"));
        assertThat(browser.open(request("prompt=none")).decision().refusal()).isEqualTo(CONSENT_REQUIRED);
        assertThat(bank.seen(tokens.text("/access_token"))).containsExactly("a-2");
        assertThat(bank.seen(others.text("/access_token"))).containsExactly("a-1");
    }

    @Test
    void holdsSeveralThatWerePicked() {
        Browser browser = new Browser(sandbank);
        Page page = browser.open(request()).signIn(ANN);
        String code = browser.post(
                        "/idp/consent",
                        "interaction",
                        page.field("interaction"),
                        "action",
                        "allow",
                        "pick",
                        "a-2",
                        "pick",
                        "a-1",
                        "pick",
                        "a-2")
                .told("code");

        SandbankResource consent = bank.consentOf(bank.tokens(code).text("/access_token"));
        assertThat(consent.json()).contains("\"access\":{\"accounts\":[\"a-2\",\"a-1\"]}", "\"psu\":\"ann\"");
        assertThat(consent.get("app")).isEqualTo("app");
    }

    @Test
    void isNotKeptWithoutACode() {
        Browser browser = new Browser(sandbank);
        Page page = browser.open(request()).signIn(ANN);
        page.press("Allow");
        page.press("Allow", "pick", "a-3");
        page.press("Deny", "pick", "a-1");

        assertThat(sandbank.export()).doesNotContain("access:");
    }

    @Test
    void cannotBeGivenByWhoSeesNothing() {
        Page page = new Browser(sandbank).open(request()).signIn(BOB);

        assertThat(page.hasButton("Allow")).isFalse();
        assertThat(page.press("Deny").told("error")).isEqualTo("access_denied");
        assertThatThrownBy(() -> sandbank.tokens().forUser("app", "bob"))
                .hasMessage("user bob has nothing to consent to");
        assertThatThrownBy(() -> sandbank.signIn(bank.requestUri(), "bob"))
                .hasMessage("user bob has nothing to consent to");
    }

    @Test
    void isOnThePageForTheFirstTwoHundred() {
        IntStream.range(0, 250).forEach(i -> sandbank.add("accounts", "{id: b-" + i + ", holder: bob}"));

        Page page = new Browser(sandbank).open(request()).signIn(BOB);

        assertThat(page.document().select("[name=pick]")).hasSize(200);
        assertThat(bank.seen(sandbank.tokens().forUser("app", "bob"))).hasSize(250);
    }

    @Test
    void isGivenWithoutAPage() {
        Authentication picking = Authentication.by("otp").consent("a-1");

        assertThat(bank.seen(
                        bank.tokens(sandbank.signIn(bank.requestUri(), "ann")).text("/access_token")))
                .containsExactly("a-1", "a-2");
        assertThat(bank.seen(bank.tokens(sandbank.signIn(bank.requestUri(), "ann", picking))
                        .text("/access_token")))
                .containsExactly("a-1");
        assertThat(bank.seen(sandbank.tokens().forUser("app", "ann", picking))).containsExactly("a-1");
        assertThatThrownBy(() -> sandbank.signIn(bank.requestUri(), "ann", picking.consent("a-3")))
                .hasMessage("user ann has no \"a-3\" to consent to, did you mean \"a-1\"?");
    }

    @Test
    void isGivenByAHintUnlessThereIsNothingToConsentTo() {
        try (TinyBank hinting =
                TinyBank.start(ConsentBank.DIALECT, ConsentBank.FIXTURE + "settings: {signInByHint: true}\n")) {
            Browser browser = new Browser(hinting.sandbank());

            assertThat(browser.open(request("login_hint=ann")).leaves()).isTrue();
            assertThat(browser.open(request("login_hint=bob", "prompt=login")).heading())
                    .isEqualTo("Sign in");
        }
    }

    @Test
    void isGivenOverTheControlApi() {
        String token = ControlCall.control(sandbank, "POST", "/tokens")
                .json("{\"client\": \"app\", \"user\": \"ann\", \"authentication\": {\"consent\": [\"a-2\"]}}")
                .send()
                .json()
                .path("token")
                .asText();

        assertThat(bank.seen(token)).containsExactly("a-2");
        ControlCall.control(sandbank, "POST", "/tokens")
                .json("{\"client\": \"app\", \"user\": \"ann\", \"authentication\": {\"consent\": [\"a-3\"]}}")
                .send()
                .hasStatus(404);
        ControlCall.control(sandbank, "POST", "/tokens")
                .json("{\"client\": \"app\", \"authentication\": {\"consent\": [\"a-2\"]}}")
                .send()
                .hasStatus(409);
    }

    @Test
    void isNoneOfAClientItself() {
        String robot = sandbank.tokens().forClient("robot");

        assertThat(bank.list(robot)).hasStatus(200).lacks("/consent");
        assertThat(bank.seen(robot)).isEmpty();
        assertThat(HttpCall.get(sandbank, "/api/accounts/a-1").bearer(robot)).hasStatus(200);
    }

    @Test
    void isGivenWhereCallsAreRehearsedAndArranged() {
        assertThat(sandbank.denials("getAccount").stream().map(denial -> denial.reason()))
                .contains("token-expired", "resource-unknown");
        assertThat(sandbank.denials("listAccounts")).isNotEmpty();
        assertThat(sandbank.authPaths("ann").stream().map(Object::toString)).anyMatch(path -> path.contains("refresh"));
    }
}
