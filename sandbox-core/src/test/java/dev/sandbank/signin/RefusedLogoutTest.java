package dev.sandbank.signin;

import static dev.sandbank.signin.SignOutScene.GOODBYE;
import static dev.sandbank.signin.SignOutScene.assertErrorPage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing out leads nowhere that is not registered, and nobody is signed out by somebody else. */
class RefusedLogoutTest {

    @AutoClose
    private final SignOutScene scene = new SignOutScene();

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
        String hint = scene.signedIn();

        Page page = scene.logout("id_token_hint", hint, "post_logout_redirect_uri", uri);

        assertErrorPage(page, uri);
        scene.assertSignedIn();
    }

    @Test
    void takesNoHintThatWasTamperedWith() {
        String hint = scene.signedIn();
        String[] parts = hint.split("\\.", -1);
        String other = CodeFlow.of(scene.bank(), App.PORTAL).signIn(Person.BOB).text("/id_token");

        assertErrorPage(scene.logout("id_token_hint", "x"), "id_token_hint");
        assertErrorPage(scene.logout("id_token_hint", parts[0] + "." + parts[1] + ".AAAA"), "id_token_hint");
        assertErrorPage(
                scene.logout("id_token_hint", parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2]),
                "id_token_hint");
        scene.assertSignedIn();
    }

    @Test
    void takesNoAccessTokenForAHint() {
        String access = CodeFlow.of(scene.bank(), App.JWT)
                .signIn(scene.browser(), Person.ADA)
                .text("/access_token");

        assertErrorPage(scene.logout("id_token_hint", access), "id_token_hint");
        scene.assertSignedIn();
    }

    @Test
    void wantsHintAndClientToAgree() {
        assertErrorPage(scene.logout("id_token_hint", scene.signedIn(), "client_id", "mobile-app"), "client_id");
        scene.assertSignedIn();
    }

    @Test
    void ignoresARedirectThatNobodyVouchesFor() {
        scene.signedIn();

        Page page = scene.logout("post_logout_redirect_uri", GOODBYE).press("Sign out");

        assertThat(page.heading()).isEqualTo("You are signed out");
        assertThat(page.leaves()).isFalse();
    }

    @Test
    void takesNoConfirmationFromElsewhere() {
        scene.signedIn();
        String interaction = scene.logout().field("interaction");
        Browser victim = new Browser(scene.bank());
        CodeFlow.of(scene.bank(), App.MOBILE).signIn(victim, Person.BOB);

        Page forged = victim.post("/oidc/logout", "interaction", interaction, "action", "sign-out");

        assertThat(forged.heading()).isEqualTo("This page has expired");
        assertThat(CodeFlow.of(scene.bank(), App.MOBILE).start(victim).leaves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=%zz", "%", "state=%ff"})
    void survivesAGarbledForm(String form) {
        scene.signedIn();

        Page page = scene.browser()
                .send(HttpCall.post(scene.bank(), "/oidc/logout").content("application/x-www-form-urlencoded", form));

        assertThat(page.press("Sign out").heading()).isEqualTo("You are signed out");
        scene.assertSignedOut();
    }

    @Test
    void refusesAnEndlessState() {
        Page page = scene.browser().post("/oidc/logout", "state", "x".repeat(50_000));

        assertErrorPage(page, "longer than 8 KiB");
    }
}
