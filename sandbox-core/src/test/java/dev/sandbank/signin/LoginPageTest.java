package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login page gives nothing away, and its form counts only in the browser that was shown it. */
class LoginPageTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    private final Browser browser = new Browser(bank);

    @Test
    void looksTheSameWhateverWasWrong() {
        String wrong = failed(new Person("ada", "wrong"));
        bank.user("ada").block();
        String blocked = failed(Person.ADA);
        bank.user("ada").disable();
        String disabled = failed(Person.ADA);

        assertThat(wrong).contains("The username or the password is wrong");
        assertThat(blocked).isEqualTo(wrong);
        assertThat(disabled).isEqualTo(wrong);
        assertThat(failed(new Person("nobody", "x")).replace("nobody", "ada")).isEqualTo(wrong);
    }

    @Test
    void leavesTheReasonToTheJournal() {
        Page page = start().signIn(Person.MALLORY);

        assertThat(page.decision().refusal()).isEqualTo(DenialReason.OAuth.LOGIN_FAILED_USER);
        assertThat(page.decision().explain()).isEqualTo("refused at password: the user is blocked");
        assertThat(page.answer().exchange().requestBody()).doesNotContain(Person.MALLORY.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Correct horse", "correct horse ", "correct", "correct%20horse"})
    void takesNoOtherPassword(String password) {
        assertThat(start().signIn(new Person("ada", password)).leaves()).isFalse();
    }

    @Test
    void offersNoUserAndTakesNoChoiceUnlessTheFixtureSaysSo() {
        Page page = start();

        assertThat(page.text()).doesNotContain("Ada Byron");
        assertThat(page.press("Sign in", "choice", "ada").leaves()).isFalse();
    }

    @Test
    void offersTheActiveUsersIfTheFixtureSaysSo() {
        try (Sandbank open = with("{offerUsers: true}")) {
            CodeFlow flow = CodeFlow.of(open, App.MOBILE);
            Page page = flow.start(new Browser(open));

            assertThat(page.hasButton("Ada Byron")).isTrue();
            assertThat(page.hasButton("Mallory Quinn")).isFalse();
            assertThat(flow.tokens(page.press("Bob Hale")).status()).isEqualTo(200);
            assertThat(page.press("Bob Hale", "choice", "mallory").leaves()).isTrue();
        }
    }

    @Test
    void hasNoScriptAndStrictHeadersThatLetBrowsersLeaveForTheClient() {
        Page page = start();

        assertThat(page.document().select("script, [onclick], [style]")).isEmpty();
        String policy = page.answer().header("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'");
        assertThat(policy).doesNotContain("form-action").doesNotContain("unsafe");
        assertThat(page.answer().header("Cross-Origin-Opener-Policy")).isEmpty();
        assertThat(page.answer().header("X-Frame-Options")).contains("DENY");
        assertThat(page.answer().header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.answer().header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.answer().header("Cache-Control")).contains("no-store");
        assertThat(page.answer().header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void escapesWhatIsTypedIntoIt() {
        String hostile = "\"><img src=x onerror=alert(1)>";

        Page page = start().signIn(new Person(hostile, hostile));

        assertThat(page.document().select("img")).isEmpty();
        assertThat(page.field("username")).isEqualTo(hostile);
        assertThat(page.answer().body()).doesNotContain("value=\"" + hostile);
    }

    @Test
    void takesNoFormFromABrowserThatItWasNotShownIn() {
        String interaction = start().field("interaction");

        Page stranger = login(new Browser(bank), interaction);
        Browser other = new Browser(bank);
        CodeFlow.of(bank, App.MOBILE).start(other);

        assertForged(stranger);
        assertForged(login(other, interaction));
        assertThat(login(browser, interaction).leaves()).isTrue();
    }

    @Test
    void takesNoFormThatItDidNotMake() {
        String interaction = start().field("interaction");
        char last = interaction.charAt(interaction.length() - 1);

        assertForged(login(browser, ""));
        assertForged(login(browser, "x"));
        assertForged(login(browser, interaction.substring(1)));
        assertForged(login(browser, interaction.substring(0, interaction.length() - 2) + (last == 'A' ? "BA" : "AA")));
        assertForged(browser.post("/oidc/login", "username", "ada", "password", "correct horse"));
    }

    @Test
    void takesNoFormOfAnotherSandbox() {
        String interaction = start().field("interaction");

        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            assertForged(login(new Browser(twin).steal(browser), interaction));
        }
    }

    @Test
    void takesNoFormWithoutCookies() {
        Page page = start();
        browser.forgetCookies();

        assertForged(page.signIn(Person.ADA));
    }

    @Test
    void stopsWhenTheClientIsDisabledMeanwhile() {
        Page page = start();
        bank.client("mobile-app").disable();

        Page after = page.signIn(Person.ADA);

        assertThat(after.leaves()).isFalse();
        assertThat(after.answer().status()).isEqualTo(400);
    }

    private static Sandbank with(String settings) {
        return Sandbank.builder()
                .fixtureText("{extends: apiture, settings: " + settings + "}")
                .start();
    }

    private Page start() {
        return CodeFlow.of(bank, App.MOBILE).start(browser);
    }

    private static Page login(Browser browser, String interaction) {
        return browser.post(
                "/oidc/login",
                "interaction",
                interaction,
                "username",
                "ada",
                "password",
                "correct horse",
                "action",
                "login");
    }

    private String failed(Person person) {
        Page page = start().signIn(person);
        return page.answer().status() + page.answer().body().replaceAll("name=\"interaction\" value=\"[^\"]*\"", "");
    }

    private static void assertForged(Page page) {
        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This page has expired");
        assertThat(page.decision().refusedFor(DenialReason.OAuth.PAGE_FORGED)).isTrue();
        assertThat(page.answer().header("Set-Cookie")).isEmpty();
    }
}
