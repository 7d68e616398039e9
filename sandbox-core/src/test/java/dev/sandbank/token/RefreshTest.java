package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.CodeFlow.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh token brings new tokens for the same sign-in: good once, and its misuse voids the whole family. */
class RefreshTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void bringsNewTokensEachTime() {
        Answer first = signedIn();
        Answer second = refresh(bank, App.MOBILE, first.text("/refresh_token")).send();
        Answer third = refresh(bank, App.MOBILE, second.text("/refresh_token")).send();

        assertThat(third).hasStatus(200).has("/scope", first.text("/scope"));
        assertThat(new String[] {first.text("/access_token"), second.text("/access_token"), third.text("/access_token")
                })
                .doesNotHaveDuplicates();
        for (Answer issued : new Answer[] {first, second, third}) {
            assertThat(OpenIdCalls.accounts(bank, issued.text("/access_token"))).hasStatus(200);
        }
    }

    @Test
    void usedTwiceVoidsTheWholeFamily() {
        Answer first = signedIn();
        Answer second = refresh(bank, App.MOBILE, first.text("/refresh_token")).send();

        refuse(refresh(bank, App.MOBILE, first.text("/refresh_token")));

        refuse(refresh(bank, App.MOBILE, second.text("/refresh_token")));
        assertThat(OpenIdCalls.accounts(bank, first.text("/access_token"))).hasStatus(401);
        assertThat(OpenIdCalls.accounts(bank, second.text("/access_token"))).hasStatus(401);
    }

    @Test
    void staysGoodWhereTheFixtureTurnsRotationOff() {
        try (Sandbank lasting = Sandbank.builder()
                .fixtureText("{extends: apiture, settings: {rotateRefreshTokens: false}}")
                .start()) {
            String token = CodeFlow.of(lasting, App.MOBILE).signIn(Person.ADA).text("/refresh_token");

            for (int i = 0; i < 3; i++) {
                assertThat(refresh(lasting, App.MOBILE, token)).hasStatus(200).has("/refresh_token", token);
            }
        }
    }

    @Test
    void keepsNonceUserAndTimeOfTheSignIn() {
        bank.clock().freezeAt(NOON);
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE).with("acr_values", "urn:gold");
        Answer first = flow.signIn(Person.ADA);
        bank.clock().advance(Duration.ofMinutes(10));

        Answer second = refresh(bank, App.MOBILE, first.text("/refresh_token")).send();

        Jwt before = Jwt.idToken(first);
        Jwt after = Jwt.idToken(second);
        for (String same : new String[] {"iss", "sub", "aud", "azp", "nonce", "auth_time", "acr", "sid"}) {
            assertThat(after.text(same)).as(same).isEqualTo(before.text(same)).isNotEmpty();
        }
        assertThat(after.claims().path("iat").asLong())
                .isEqualTo(NOON.plusSeconds(600).getEpochSecond());
        assertThat(after.text("at_hash")).isNotEqualTo(before.text("at_hash"));
    }

    @Test
    void mayAskForLessAndLaterForAllAgain() {
        Answer first = signedIn();

        Answer less = refresh(bank, App.MOBILE, first.text("/refresh_token"), "scope", "openid")
                .send();
        Answer all = refresh(bank, App.MOBILE, less.text("/refresh_token")).send();

        assertThat(less).hasStatus(200).has("/scope", "openid");
        assertThat(OpenIdCalls.accounts(bank, less.text("/access_token"))).hasStatus(403);
        assertThat(all).hasStatus(200).has("/scope", first.text("/scope"));
    }

    @Test
    void mayRepeatWhatWasAskedForInAnyOrder() {
        App app = App.MOBILE.asking("offline_access openid banking/read");
        Answer first = CodeFlow.of(bank, app).signIn(Person.ADA);

        assertThat(refresh(bank, app, first.text("/refresh_token"), "scope", "openid offline_access banking/read"))
                .hasStatus(200)
                .has("/scope", first.text("/scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid email", "data/read", "openid  profile", "made-up"})
    void mayNotAskForMore(String scope) {
        Answer first = signedIn();

        assertThat(refresh(bank, App.MOBILE, first.text("/refresh_token"), "scope", scope))
                .hasStatus(400)
                .has("/error", "invalid_scope");
        assertThat(refresh(bank, App.MOBILE, first.text("/refresh_token"))).hasStatus(200);
    }

    @Test
    void bringsNoScopeThatTheClientHasLost() {
        Answer first = signedIn();
        bank.client("mobile-app").setScopes("openid", "profile");

        assertThat(refresh(bank, App.MOBILE, first.text("/refresh_token")))
                .hasStatus(200)
                .has("/scope", "openid profile");
    }

    @Test
    void isForItsOwnClient() {
        Answer first = signedIn();

        refuse(refresh(bank, App.PORTAL, first.text("/refresh_token")));
        assertThat(refresh(bank, App.MOBILE, first.text("/refresh_token"))).hasStatus(200);
    }

    @Test
    void isNoneOfAnotherSandboxNorMadeUpNorAnAccessToken() {
        Answer first = signedIn();

        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            refuse(refresh(twin, App.MOBILE, first.text("/refresh_token")));
        }
        refuse(refresh(bank, App.MOBILE, "made-up"));
        refuse(refresh(bank, App.MOBILE, first.text("/access_token")));
        refuse(refresh(bank, App.MOBILE, first.text("/id_token")));
    }

    @Test
    void isNoBearerToken() {
        String token = signedIn().text("/refresh_token");

        assertThat(OpenIdCalls.accounts(bank, token)).hasStatus(401);
        assertThat(OpenIdCalls.userinfo(bank, token)).hasStatus(401);
    }

    @Test
    void mustBeSent() {
        assertThat(HttpCall.tokenRequest(bank, "grant_type", "refresh_token").as(App.MOBILE))
                .hasStatus(400)
                .has("/error", "invalid_request");
    }

    @Test
    void endsByTheClock() {
        bank.clock().freezeAt(NOON);
        Answer early = signedIn();
        Answer late = signedIn();

        bank.clock().freezeAt(NOON.plus(Duration.ofDays(30)).minusMillis(1));
        assertThat(refresh(bank, App.MOBILE, early.text("/refresh_token"))).hasStatus(200);
        bank.clock().advance(Duration.ofMillis(1));
        refuse(refresh(bank, App.MOBILE, late.text("/refresh_token")));
    }

    @Test
    void worksBeforeAndAfterTheAccessTokenExpires() {
        bank.clock().freezeAt(NOON);
        Answer first = signedIn();
        Answer second = refresh(bank, App.MOBILE, first.text("/refresh_token")).send();
        bank.clock().advance(Duration.ofMinutes(16));

        assertThat(OpenIdCalls.accounts(bank, second.text("/access_token"))).hasStatus(401);
        assertThat(refresh(bank, App.MOBILE, second.text("/refresh_token"))).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "disable", "signOut"})
    void isNoGoodOnceTheUserIsNot(String change) {
        Answer first = signedIn();

        switch (change) {
            case "block" -> bank.user("ada").block();
            case "disable" -> bank.user("ada").disable();
            default -> bank.user("ada").signOut();
        }

        refuse(refresh(bank, App.MOBILE, first.text("/refresh_token")));
    }

    @Test
    void isGoodAgainWhenABlockedUserIsUnblocked() {
        Answer first = signedIn();
        bank.user("ada").block();
        refuse(refresh(bank, App.MOBILE, first.text("/refresh_token")));

        bank.user("ada").unblock();

        assertThat(refresh(bank, App.MOBILE, first.text("/refresh_token"))).hasStatus(200);
    }

    @Test
    void isOnlyForClientsThatAreRegisteredForIt() {
        Answer once = CodeFlow.of(bank, App.ONCE).signIn(new Browser(bank), Person.ADA);

        assertThat(once).lacks("/refresh_token");
        assertThat(refresh(bank, App.ONCE, "x")).hasStatus(400).has("/error", "unauthorized_client");
    }

    private Answer signedIn() {
        return CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);
    }

    private static void refuse(HttpCall call) {
        assertThat(call)
                .hasStatus(400)
                .has("/error", "invalid_grant")
                .lacks("/access_token")
                .wasRefused(DenialReason.INVALID_GRANT);
    }
}
