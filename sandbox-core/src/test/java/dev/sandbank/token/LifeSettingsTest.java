package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.DenialReason.OAuth;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long tokens and sessions count, as settings say; each end is tried a second before and at it. */
class LifeSettingsTest {

    private static final App APP = App.MOBILE.asking("openid offline_access banking/read");

    private static Sandbank start(String settings) {
        Sandbank bank = Sandbank.builder()
                .fixtureText("extends: apiture\nsettings: {" + settings + "}\n")
                .start();
        bank.clock().freezeAt(Instant.parse("2031-03-03T12:00:00Z"));
        return bank;
    }

    private static String signIn(Sandbank bank) {
        return CodeFlow.of(bank, APP).signIn(Person.ADA).text("/refresh_token");
    }

    private static Answer refresh(Sandbank bank, String token) {
        return CodeFlow.refresh(bank, APP, token).send();
    }

    private static void pass(Sandbank bank, long seconds) {
        bank.clock().advance(Duration.ofSeconds(seconds));
    }

    @Test
    void aSpentRefreshTokenIsGoodAgainWithinItsGrace() {
        try (Sandbank bank = start("refreshTokenGrace: PT10S")) {
            String token = signIn(bank);
            Answer first = refresh(bank, token);
            pass(bank, 5);
            Answer again = refresh(bank, token);
            pass(bank, 4);
            Answer last = refresh(bank, token);

            assertThat(first.status()).isEqualTo(200);
            assertThat(again).hasStatus(200);
            assertThat(last).hasStatus(200);
            assertThat(again.text("/refresh_token")).isNotEqualTo(first.text("/refresh_token"));
            assertThat(again.decision().gates())
                    .anyMatch(gate -> gate.saw().endsWith("replaced again: 5 s of its grace period are left"));
            assertThat(refresh(bank, first.text("/refresh_token"))).hasStatus(200);
            assertThat(refresh(bank, again.text("/refresh_token"))).hasStatus(200);
        }
    }

    @Test
    void aSpentRefreshTokenVoidsItsFamilyAfterItsGrace() {
        try (Sandbank bank = start("refreshTokenGrace: PT10S")) {
            String token = signIn(bank);
            Answer successor = refresh(bank, token);
            pass(bank, 10);

            assertThat(refresh(bank, token))
                    .hasStatus(400)
                    .has("/error", "invalid_grant")
                    .wasRefused(OAuth.INVALID_GRANT_REFRESH_TOKEN_SPENT);
            assertThat(refresh(bank, successor.text("/refresh_token")))
                    .wasRefused(OAuth.INVALID_GRANT_REFRESH_TOKEN_FAMILY_VOID);
            assertThat(OpenIdCalls.accounts(bank, successor.text("/access_token")))
                    .wasRefused(DenialReason.TOKEN_REVOKED);
        }
    }

    @Test
    void aGraceDoesNotOutliveTheFamily() {
        try (Sandbank bank = start("refreshTokenGrace: PT10S")) {
            String token = signIn(bank);
            Answer successor = refresh(bank, token);
            OpenIdCalls.revoke(bank, APP, successor.text("/refresh_token")).send();

            assertThat(refresh(bank, token)).wasRefused(OAuth.INVALID_GRANT_REFRESH_TOKEN_SPENT);
        }
    }

    @Test
    void anIdleRefreshTokenEndsThoughItsLifeWouldNot() {
        try (Sandbank bank = start("refreshTokenIdleLifetime: PT1H")) {
            String token = signIn(bank);
            pass(bank, 3599);
            String next = refresh(bank, token).text("/refresh_token");
            pass(bank, 3599);
            String last = refresh(bank, next).text("/refresh_token");
            pass(bank, 3600);

            assertThat(refresh(bank, last)).wasRefused(OAuth.INVALID_GRANT_REFRESH_TOKEN_EXPIRED);
        }
    }

    @Test
    void aRefreshTokenThatStaysIsProlongedByUse() {
        String settings = "rotateRefreshTokens: false, refreshTokenIdleLifetime: PT1H, refreshTokenLifetime: PT2H";
        try (Sandbank bank = start(settings)) {
            String token = signIn(bank);
            pass(bank, 3599);
            assertThat(refresh(bank, token)).hasStatus(200);
            pass(bank, 3599);
            assertThat(refresh(bank, token)).hasStatus(200);
            pass(bank, 1);
            assertThat(refresh(bank, token)).hasStatus(200);
            pass(bank, 1);

            assertThat(refresh(bank, token)).wasRefused(OAuth.INVALID_GRANT_REFRESH_TOKEN_EXPIRED);
        }
    }

    @Test
    void allRefreshTokensOfASignInEndTogetherWhateverIsUsed() {
        try (Sandbank bank = start("refreshTokenAbsoluteLifetime: PT2H")) {
            String token = signIn(bank);
            pass(bank, 7199);
            String next = refresh(bank, token).text("/refresh_token");
            pass(bank, 1);

            assertThat(refresh(bank, next)).wasRefused(OAuth.INVALID_GRANT_REFRESH_TOKEN_EXPIRED);
        }
    }

    @Test
    void anIdleSessionEndsAndAUsedOneAtItsWholeLife() {
        try (Sandbank bank = start("sessionIdleLifetime: PT10M, sessionLifetime: PT25M")) {
            Browser idle = new Browser(bank);
            Browser used = new Browser(bank);
            CodeFlow.of(bank, APP).signIn(idle, Person.ADA);
            CodeFlow.of(bank, APP).signIn(used, Person.ADA);
            pass(bank, 599);
            assertThat(silently(bank, used)).isEmpty();
            pass(bank, 1);
            assertThat(silently(bank, idle)).isEqualTo("login_required");
            pass(bank, 598);
            assertThat(silently(bank, used)).isEmpty();
            pass(bank, 301);
            assertThat(silently(bank, used)).isEmpty();
            pass(bank, 1);

            assertThat(silently(bank, used)).isEqualTo("login_required");
        }
    }

    private static String silently(Sandbank bank, Browser browser) {
        return CodeFlow.of(bank, APP)
                .with("prompt", "none")
                .start(browser)
                .told()
                .getOrDefault("error", "");
    }

    @Test
    void aNewAccessTokenRevokesTheOldOneOfTheSameClientAndUser() {
        try (Sandbank bank = start("singleAccessToken: true")) {
            String adas = bank.tokens().forUser("mobile-app", "ada");
            String bobs = bank.tokens().forUser("mobile-app", "bob");
            String portals = bank.tokens().forUser("web-portal", "ada");
            String own = HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                    .basic("ledger-reader:ledger-reader-7Qm2xV")
                    .send()
                    .text("/access_token");

            String newer = bank.tokens().forUser("mobile-app", "ada");

            assertThat(OpenIdCalls.accounts(bank, adas)).hasStatus(401).wasRefused(DenialReason.TOKEN_REVOKED);
            for (String good : new String[] {newer, bobs, portals, own}) {
                assertThat(OpenIdCalls.accounts(bank, good)).hasStatus(200);
            }
        }
    }
}
