package dev.sandbank.signin;

import static dev.sandbank.signin.SignOutScene.GOODBYE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Signing out: at once with an ID token that proves who asks, else once the person confirms. */
class LogoutTest {

    @AutoClose
    private final SignOutScene scene = new SignOutScene();

    @Test
    void returnsToTheClientWithItsState() {
        String hint = scene.signedIn();

        Page page = scene.logout("id_token_hint", hint, "post_logout_redirect_uri", GOODBYE, "state", "a:b c&d");

        assertThat(page.answer().status()).isEqualTo(303);
        assertThat(page.answer().header("Location")).contains(GOODBYE + "?state=a%3Ab+c%26d");
        scene.assertSignedOut();
    }

    @Test
    void returnsWithoutAQueryWhereThereIsNoState() {
        Page page = scene.logout("id_token_hint", scene.signedIn(), "post_logout_redirect_uri", GOODBYE);

        assertThat(page.answer().header("Location")).contains(GOODBYE);
    }

    @Test
    void addsTheStateToAQueryThatIsRegistered() {
        String hint = CodeFlow.of(scene.bank(), App.POSTING)
                .signIn(scene.browser(), Person.ADA)
                .text("/id_token");

        Page page = scene.logout(
                "id_token_hint", hint, "post_logout_redirect_uri", "http://127.0.0.1/goodbye?from=bank", "state", "x");

        assertThat(page.answer().header("Location")).contains("http://127.0.0.1/goodbye?from=bank&state=x");
    }

    @Test
    void mayBeAForm() {
        String hint = scene.signedIn();

        Page page = scene.browser().post("/oidc/logout", "id_token_hint", hint, "post_logout_redirect_uri", GOODBYE);

        assertThat(page.answer().header("Location")).contains(GOODBYE);
        scene.assertSignedOut();
    }

    @Test
    void takesAnExpiredHint() {
        String hint = scene.signedIn();
        scene.bank().clock().advance(Duration.ofMinutes(30));

        assertThat(scene.logout("id_token_hint", hint).heading()).isEqualTo("You are signed out");
        scene.assertSignedOut();
    }

    @Test
    void asksThePersonWhereNothingProvesWhoAsks() {
        scene.signedIn();

        Page page = scene.logout("client_id", "web-portal", "post_logout_redirect_uri", GOODBYE, "state", "s");

        assertThat(page.heading()).isEqualTo("Sign out?");
        scene.assertSignedIn();
        assertThat(page.press("Sign out").answer().header("Location")).contains(GOODBYE + "?state=s");
        scene.assertSignedOut();
    }

    @Test
    void leavesThePersonSignedInWhoWantsToStay() {
        scene.signedIn();

        Page page = scene.logout().press("Stay signed in");

        assertThat(page.answer().status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("You are still signed in");
        scene.assertSignedIn();
    }

    @Test
    void asksWhenTheHintIsAboutSomebodyElse() {
        String hint = CodeFlow.of(scene.bank(), App.PORTAL).signIn(Person.BOB).text("/id_token");
        scene.signedIn();

        assertThat(scene.logout("id_token_hint", hint).heading()).isEqualTo("Sign out?");
        scene.assertSignedIn();
    }

    @Test
    void saysSoToWhomeverWasNotSignedIn() {
        assertThat(scene.logout().heading()).isEqualTo("You are signed out");
        assertThat(scene.logout("state", "alone").heading()).isEqualTo("You are signed out");
    }

    @Test
    void takesTheRefreshTokensAlongUnlessTheyAreForOfflineUse() {
        App offline = App.PORTAL.asking("openid offline_access");
        Answer online = CodeFlow.of(scene.bank(), App.PORTAL).signIn(scene.browser(), Person.ADA);
        CodeFlow flow = CodeFlow.of(scene.bank(), offline);
        Answer forOffline = flow.tokens(flow.start(scene.browser()));

        scene.logout("id_token_hint", online.text("/id_token"));

        assertThat(scene.refresh(online)).isEqualTo(400);
        assertThat(scene.refresh(forOffline)).isEqualTo(200);
        assertThat(OpenIdCalls.userinfo(scene.bank(), online.text("/access_token"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsTheSessionThoughTheBrowserForgotIt() {
        Answer tokens = CodeFlow.of(scene.bank(), App.PORTAL).signIn(scene.browser(), Person.ADA);
        scene.browser().forgetCookies();

        scene.logout("id_token_hint", tokens.text("/id_token"));

        assertThat(scene.refresh(tokens)).isEqualTo(400);
    }
}
