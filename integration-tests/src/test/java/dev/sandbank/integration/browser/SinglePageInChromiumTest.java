package dev.sandbank.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.integration.Resources;
import dev.sandbank.integration.TinySite;
import dev.sandbank.integration.node.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page without a secret in a real browser, with oidc-client-ts, on another site than the bank. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Chromium.WORKSHOP)
class SinglePageInChromiumTest {

    private TinySite site;
    private Sandbank bank;
    private Seen seen;

    @BeforeAll
    void playTheScenarios() throws IOException, InterruptedException {
        Path chromium = Chromium.ofThisMachine();
        Workshop workshop = Chromium.workshop();
        site = TinySite.open();
        bank = Sandbank.builder()
                .fixtureText(Resources.text("browser-fixture.yaml")
                        .replace("SITE", site.crossSiteUrl("").toString()))
                .start();
        SinglePage.putOn(site, workshop, bank.issuer());
        String siteBase = site.crossSiteUrl("/").toString().replaceFirst("/$", "");
        seen = new Seen(workshop.play(
                "drive.mjs", chromium.toString(), siteBase, bank.issuer().toString()));
    }

    @AfterAll
    void close() {
        if (bank != null) {
            bank.close();
            site.close();
        }
    }

    @Test
    void signsInByKeyboardAlone() {
        JsonNode scenario = seen.in("byKeyboardAlone");

        assertThat(Seen.texts(scenario.path("focus"))).containsExactly("username", "password");
        assertThat(scenario.path("state").path("name").asText()).isEqualTo("Ada Byron");
        assertThat(scenario.path("state").path("email").asText()).isEqualTo("ada@example.test");
    }

    @Test
    void leavesNoCookieThatAScriptOrAnotherSiteCouldUse() {
        JsonNode cookies = seen.in("byKeyboardAlone").path("cookies");

        assertThat(cookies).hasSize(2).allSatisfy(cookie -> {
            assertThat(cookie.path("httpOnly").asBoolean()).isTrue();
            assertThat(cookie.path("sameSite").asText()).isEqualTo("Lax");
            assertThat(cookie.path("path").asText()).startsWith("/oidc");
        });
    }

    @Test
    void isToldThatThePersonDeclined() {
        JsonNode scenario = seen.in("declined");

        assertThat(scenario.path("button").asText()).isEqualTo("Cancel");
        assertThat(scenario.path("state").path("error").asText()).isEqualTo("access_denied");
    }

    @Test
    void letsThePersonTryAnotherPassword() {
        JsonNode scenario = seen.in("wrongPassword");

        assertThat(scenario.path("alert").asText()).isEqualTo("The username or the password is wrong.");
        assertThat(scenario.path("focus").asText()).isEqualTo("password");
        assertThat(scenario.path("state").path("name").asText()).isEqualTo("Ada Byron");
    }

    @Test
    void getsWhatThePersonConsentsToAndNothingElse() {
        JsonNode scenario = seen.in("consent");

        assertThat(scenario.path("Deny").path("error").asText()).isEqualTo("access_denied");
        assertThat(scenario.path("Allow").path("scope").asText().split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "email", "offline_access");
    }

    @Test
    void renewsItsTokensWithoutLeavingThePage() {
        JsonNode scenario = seen.in("renewal");
        JsonNode before = scenario.path("before");
        JsonNode after = scenario.path("after");

        assertThat(Seen.texts(scenario.path("grants"))).containsExactly("refresh_token");
        assertThat(scenario.path("navigations").asInt()).isZero();
        assertThat(after.path("name").asText()).isEqualTo("Ada Byron");
        assertThat(after.path("accessToken").asText())
                .isNotEmpty()
                .isNotEqualTo(before.path("accessToken").asText());
        assertThat(after.path("refreshToken").asText())
                .isNotEmpty()
                .isNotEqualTo(before.path("refreshToken").asText());
    }

    @Test
    void signsOutAndComesBack() {
        JsonNode scenario = seen.in("signOut");

        assertThat(scenario.path("state").path("goodbye").asText()).isEqualTo("see you");
        assertThat(scenario.path("state").path("signedIn").asBoolean()).isFalse();
        assertThat(scenario.path("afterwards").asText()).isEqualTo("Sign in");
    }

    @Test
    void findsThePersonSignedOutWhoConfirmedThat() {
        JsonNode scenario = seen.in("signOutConfirmed");

        assertThat(scenario.path("question").asText()).isEqualTo("Sign out?");
        assertThat(scenario.path("afterwards").asText()).isEqualTo("Sign in");
    }

    @Test
    void signsInByPopup() {
        JsonNode scenario = seen.in("popup");

        assertThat(scenario.path("state").path("name").asText()).isEqualTo("Ada Byron");
        assertThat(scenario.path("knowsOpener").asBoolean()).isTrue();
        assertThat(scenario.path("address").asText())
                .isEqualTo(site.crossSiteUrl("/").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"formPost", "formPostWithoutScripts"})
    void getsItsCodeByForm(String name) throws IOException, InterruptedException {
        JsonNode scenario = seen.in(name);
        Map<String, String> form = Receiver.fields(scenario.path("received").asText());

        JsonNode tokens = new Receiver(site.crossSiteUrl("/receive"), bank.tokenUrl())
                .redeem(form.get("code"), scenario.path("verifier").asText());

        assertThat(scenario.path("received").asText()).startsWith("POST ");
        assertThat(form)
                .containsEntry("state", "a:\"b\"&<c>+ü")
                .containsEntry("iss", bank.issuer().toString());
        assertThat(tokens.path("id_token").asText()).isNotEmpty();
    }
}
