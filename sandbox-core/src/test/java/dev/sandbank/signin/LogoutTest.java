package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing out: at once with an ID token that proves who asks, else once the person confirms; never to elsewhere. */
class LogoutTest {

    private static final String GOODBYE = "https://portal.example.test/goodbye";

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    private final Browser browser = new Browser(bank);

    @Test
    void returnsToTheClientWithItsState() {
        String hint = signedIn();

        Page page = logout("id_token_hint", hint, "post_logout_redirect_uri", GOODBYE, "state", "a:b c&d");

        assertThat(page.answer().status()).isEqualTo(303);
        assertThat(page.answer().header("Location")).contains(GOODBYE + "?state=a%3Ab+c%26d");
        assertSignedOut();
    }

    @Test
    void returnsWithoutAQueryWhereThereIsNoState() {
        Page page = logout("id_token_hint", signedIn(), "post_logout_redirect_uri", GOODBYE);

        assertThat(page.answer().header("Location")).contains(GOODBYE);
    }

    @Test
    void addsTheStateToAQueryThatIsRegistered() {
        String hint = CodeFlow.of(bank, App.POSTING).signIn(browser, Person.ADA).text("/id_token");

        Page page = logout(
                "id_token_hint", hint, "post_logout_redirect_uri", "http://127.0.0.1/goodbye?from=bank", "state", "x");

        assertThat(page.answer().header("Location")).contains("http://127.0.0.1/goodbye?from=bank&state=x");
    }

    @Test
    void mayBeAForm() {
        String hint = signedIn();

        Page page = browser.post("/oidc/logout", "id_token_hint", hint, "post_logout_redirect_uri", GOODBYE);

        assertThat(page.answer().header("Location")).contains(GOODBYE);
        assertSignedOut();
    }

    @Test
    void takesAnExpiredHint() {
        String hint = signedIn();
        bank.clock().advance(Duration.ofMinutes(30));

        assertThat(logout("id_token_hint", hint).heading()).isEqualTo("You are signed out");
        assertSignedOut();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                GOODBYE + "/",
                GOODBYE + "?x=1",
                "https://portal.example.test/callback",
                "http://127.0.0.1/goodbye"
            })
    void goesNowhereThatIsNotRegistered(String uri) {
        String hint = signedIn();

        Page page = logout("id_token_hint", hint, "post_logout_redirect_uri", uri);

        assertErrorPage(page, uri);
        assertSignedIn();
    }

    @Test
    void takesNoHintThatWasTamperedWith() {
        String hint = signedIn();
        String[] parts = hint.split("\\.", -1);
        String other = CodeFlow.of(bank, App.PORTAL).signIn(Person.BOB).text("/id_token");

        assertErrorPage(logout("id_token_hint", "x"), "id_token_hint");
        assertErrorPage(logout("id_token_hint", parts[0] + "." + parts[1] + ".AAAA"), "id_token_hint");
        assertErrorPage(
                logout("id_token_hint", parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2]), "id_token_hint");
        assertSignedIn();
    }

    @Test
    void takesNoAccessTokenForAHint() {
        String access = CodeFlow.of(bank, App.JWT).signIn(browser, Person.ADA).text("/access_token");

        assertErrorPage(logout("id_token_hint", access), "id_token_hint");
        assertSignedIn();
    }

    @Test
    void wantsHintAndClientToAgree() {
        assertErrorPage(logout("id_token_hint", signedIn(), "client_id", "mobile-app"), "client_id");
        assertSignedIn();
    }

    @Test
    void asksThePersonWhereNothingProvesWhoAsks() {
        signedIn();

        Page page = logout("client_id", "web-portal", "post_logout_redirect_uri", GOODBYE, "state", "s");

        assertThat(page.heading()).isEqualTo("Sign out?");
        assertSignedIn();
        assertThat(page.press("Sign out").answer().header("Location")).contains(GOODBYE + "?state=s");
        assertSignedOut();
    }

    @Test
    void leavesThePersonSignedInWhoWantsToStay() {
        signedIn();

        Page page = logout().press("Stay signed in");

        assertThat(page.answer().status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("You are still signed in");
        assertSignedIn();
    }

    @Test
    void ignoresARedirectThatNobodyVouchesFor() {
        signedIn();

        Page page = logout("post_logout_redirect_uri", GOODBYE).press("Sign out");

        assertThat(page.heading()).isEqualTo("You are signed out");
        assertThat(page.leaves()).isFalse();
    }

    @Test
    void asksWhenTheHintIsAboutSomebodyElse() {
        String hint = CodeFlow.of(bank, App.PORTAL).signIn(Person.BOB).text("/id_token");
        signedIn();

        assertThat(logout("id_token_hint", hint).heading()).isEqualTo("Sign out?");
        assertSignedIn();
    }

    @Test
    void saysSoToWhomeverWasNotSignedIn() {
        assertThat(logout().heading()).isEqualTo("You are signed out");
        assertThat(logout("state", "alone").heading()).isEqualTo("You are signed out");
    }

    @Test
    void takesNoConfirmationFromElsewhere() {
        signedIn();
        String interaction = logout().field("interaction");
        Browser victim = new Browser(bank);
        CodeFlow.of(bank, App.MOBILE).signIn(victim, Person.BOB);

        Page forged = victim.post("/oidc/logout", "interaction", interaction, "action", "sign-out");

        assertThat(forged.heading()).isEqualTo("This page has expired");
        assertThat(CodeFlow.of(bank, App.MOBILE).start(victim).leaves()).isTrue();
    }

    @Test
    void takesTheRefreshTokensAlongUnlessTheyAreForOfflineUse() {
        App offline = App.PORTAL.asking("openid offline_access");
        Answer online = CodeFlow.of(bank, App.PORTAL).signIn(browser, Person.ADA);
        CodeFlow flow = CodeFlow.of(bank, offline);
        Answer forOffline = flow.tokens(flow.start(browser));

        logout("id_token_hint", online.text("/id_token"));

        assertThat(refresh(online)).isEqualTo(400);
        assertThat(refresh(forOffline)).isEqualTo(200);
        assertThat(OpenIdCalls.userinfo(bank, online.text("/access_token"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsTheSessionThoughTheBrowserForgotIt() {
        Answer tokens = CodeFlow.of(bank, App.PORTAL).signIn(browser, Person.ADA);
        browser.forgetCookies();

        logout("id_token_hint", tokens.text("/id_token"));

        assertThat(refresh(tokens)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=%zz", "%", "state=%ff"})
    void survivesAGarbledForm(String form) {
        signedIn();

        Page page =
                browser.send(HttpCall.post(bank, "/oidc/logout").content("application/x-www-form-urlencoded", form));

        assertThat(page.press("Sign out").heading()).isEqualTo("You are signed out");
        assertSignedOut();
    }

    @Test
    void refusesAnEndlessState() {
        Page page = browser.post("/oidc/logout", "state", "x".repeat(50_000));

        assertErrorPage(page, "longer than 8 KiB");
    }

    private String signedIn() {
        return CodeFlow.of(bank, App.PORTAL).signIn(browser, Person.ADA).text("/id_token");
    }

    private Page logout(String... parameters) {
        StringBuilder target = new StringBuilder("/oidc/logout");
        for (int i = 0; i < parameters.length; i += 2) {
            target.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
            target.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return browser.open(target.toString());
    }

    private int refresh(Answer tokens) {
        return CodeFlow.refresh(bank, App.PORTAL, tokens.text("/refresh_token"))
                .send()
                .status();
    }

    private void assertSignedIn() {
        assertThat(silent().told("code")).isNotEmpty();
    }

    private void assertSignedOut() {
        assertThat(silent().told("error")).isEqualTo("login_required");
    }

    private Page silent() {
        return CodeFlow.of(bank, App.PORTAL).with("prompt", "none").start(browser);
    }

    private static void assertErrorPage(Page page, String named) {
        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.leaves()).isFalse();
        assertThat(page.heading()).isEqualTo("This sign-out cannot be done");
        assertThat(page.text()).contains(". Nobody was signed out");
        assertThat(page.text()).contains(named);
    }
}
