package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Users are asked for consent when the client or the fixture wants it, and their answer counts. */
class ConsentTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @AutoClose
    private final Sandbank asking = Sandbank.builder()
            .fixtureText("{extends: apiture, settings: {askConsent: true}}")
            .start();

    @Test
    void isAskedForByPrompt() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE).with("prompt", "consent");

        Page page = flow.start(new Browser(bank)).signIn(Person.ADA);

        assertThat(page.heading()).isEqualTo("Allow access?");
        assertThat(page.text()).contains("Mobile banking", "Ada Byron", "banking/read", "Read banking data");
        assertThat(page.document().select("script")).isEmpty();
        assertThat(flow.tokens(page.press("Allow")).status()).isEqualTo(200);
    }

    @Test
    void tellsInWordsWhatEachScopeMeans() {
        App everything = App.MOBILE.asking("openid profile email address phone offline_access banking/read");
        CodeFlow flow = CodeFlow.of(bank, everything).with("prompt", "consent");

        Page page = flow.start(new Browser(bank)).signIn(Person.ADA);

        assertThat(page.document().select(".scopes li"))
                .hasSize(7)
                .allSatisfy(scope -> assertThat(scope.select("span").text()).contains(" "));
    }

    @Test
    void maybeDenied() {
        Browser browser = new Browser(bank);
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE).with("prompt", "consent");

        Page denied = flow.start(browser).signIn(Person.ADA).press("Deny");

        assertThat(denied.told("error")).isEqualTo("access_denied");
        assertThat(denied.told("state")).isEqualTo(flow.state());
        assertThat(denied.told("iss")).isEqualTo(bank.issuer().toString());
    }

    @Test
    void isAskedForOncePerScopeIfTheFixtureWantsIt() {
        Browser browser = new Browser(asking);
        App wider = App.MOBILE.asking("openid profile banking/read data/read");
        CodeFlow first = CodeFlow.of(asking, App.MOBILE);
        first.tokens(first.start(browser).signIn(Person.ADA).press("Allow"));

        assertThat(CodeFlow.of(asking, App.MOBILE).start(browser).leaves()).isTrue();
        assertThat(CodeFlow.of(asking, App.PORTAL).start(browser).heading()).isEqualTo("Allow access?");
        assertThat(CodeFlow.of(asking, wider).start(browser).heading()).isEqualTo("Allow access?");
        assertThat(CodeFlow.of(asking, wider)
                        .with("prompt", "none")
                        .start(browser)
                        .told("error"))
                .isEqualTo("consent_required");
    }

    @Test
    void isNotRememberedWhenDenied() {
        Browser browser = new Browser(asking);
        CodeFlow.of(asking, App.MOBILE).start(browser).signIn(Person.ADA).press("Deny");

        assertThat(CodeFlow.of(asking, App.MOBILE).start(browser).heading()).isEqualTo("Allow access?");
    }

    @Test
    void countsOnlyInTheSessionThatWasAsked() {
        Browser browser = new Browser(bank);
        Page page = CodeFlow.of(bank, App.MOBILE)
                .with("prompt", "consent")
                .start(browser)
                .signIn(Person.ADA);
        String interaction = page.field("interaction");

        Browser stranger = new Browser(bank);
        CodeFlow.of(bank, App.MOBILE).signIn(stranger, Person.BOB);
        assertForged(stranger.post("/oidc/consent", "interaction", interaction, "action", "allow"));
        CodeFlow.of(bank, App.MOBILE).with("prompt", "login").signIn(browser, Person.BOB);
        assertForged(browser.post("/oidc/consent", "interaction", interaction, "action", "allow"));
    }

    @Test
    void isNoDetourAroundTheLogin() {
        Browser browser = new Browser(bank);
        String interaction = CodeFlow.of(bank, App.MOBILE)
                .with("prompt", "consent")
                .start(browser)
                .field("interaction");

        assertForged(browser.post("/oidc/consent", "interaction", interaction, "action", "allow"));
        CodeFlow.of(bank, App.MOBILE).signIn(browser, Person.ADA);
        assertForged(browser.post("/oidc/consent", "interaction", interaction, "action", "allow"));
    }

    private static void assertForged(Page page) {
        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This page has expired");
    }
}
