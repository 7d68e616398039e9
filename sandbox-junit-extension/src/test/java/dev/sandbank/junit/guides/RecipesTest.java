package dev.sandbank.junit.guides;

import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_REVOKED;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_SPENT;
import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.DenialReason.TOKEN_UNKNOWN;
import static dev.sandbank.DenialReason.TOO_MANY_REQUESTS;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.junit.ClockAt;
import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.guides.AccountsClient.RefusedException;
import dev.sandbank.junit.guides.MobileApp.SignInNeededException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class RecipesTest {

    private static final String WITH_JWTS = """
            extends: apiture
            clients: [{id: jwt-app, secret: jwt-app-1Aa2Bb3C, scopes: [banking/read], accessTokenFormat: jwt}]
            """;

    private static AccountsClient client(Sandbank bank, SandbankEnvironment environment, String id) {
        return new AccountsClient(environment.properties("", id), bank.clock()::now, bank.clock()::advance);
    }

    private static AccountsClient client(Sandbank bank) {
        return client(bank, bank, "ada-batch");
    }

    private static MobileApp signedIn(Sandbank bank, String user) {
        MobileApp app = new MobileApp(bank);
        app.takes(bank.signIn(app.authorizationUri(), user));
        return app;
    }

    @Test
    void fetchesANewTokenWhenTheOldOneHasExpired(Sandbank bank) {
        AccountsClient client = client(bank);
        client.get("/banking/accounts");

        bank.clock().advance(Duration.ofHours(1));
        client.get("/banking/accounts");

        assertThat(bank).tokenRequests().hasSize(2);
        assertThat(bank).calls().to("listAccounts").hasSize(2).wereAllowed();
    }

    @Test
    @ClockAt("2031-03-03T09:00:00Z")
    void movesTheMoneyOnItsDay(Sandbank bank) {
        client(bank).pay("acct-7d1a40", "acct-4f81c0", "50.00", "2031-03-04", "rent");
        assertThat(bank.account("acct-4f81c0").get("balance")).isEqualTo("1250.00");

        bank.clock().advance(Duration.ofDays(1));

        assertThat(bank.account("acct-4f81c0").get("balance")).isEqualTo("1300.00");
    }

    @Test
    void staysSignedInByItsRefreshToken(Sandbank bank) {
        MobileApp app = signedIn(bank, "ada");

        bank.clock().advance(Duration.ofHours(1));
        assertThat(app.listAccounts()).contains("acct-4f81c0");

        assertThat(bank).tokenRequests().forGrant("refresh_token").hasSize(1);
        assertThat(bank).lastCall().wasAllowed();
    }

    @Test
    void asksForASignInWhenARefreshTokenIsUsedTwice(Sandbank bank) {
        MobileApp app = signedIn(bank, "ada");
        MobileApp backup = app.backup(bank);
        bank.clock().advance(Duration.ofHours(1));
        app.listAccounts();

        bank.expectDenial(INVALID_GRANT_REFRESH_TOKEN_SPENT, SignInNeededException.class, backup::listAccounts);

        assertThatThrownBy(app::listAccounts).isInstanceOf(SignInNeededException.class);
    }

    @Test
    void triesAgainWhenTheBankIsUnavailable(Sandbank bank) {
        bank.faults().on("listAccounts").next(2).fail(503);

        assertThat(client(bank).get("/banking/accounts")).contains("acct-4f81c0");

        assertThat(bank).calls().to("listAccounts").hasSize(3);
        assertThat(bank).lastCall().wasAllowed();
    }

    @Test
    void givesUpAfterThreeTries(Sandbank bank) {
        bank.faults().on("listAccounts").fail(503);
        AccountsClient client = client(bank);

        assertThatThrownBy(() -> client.get("/banking/accounts")).isInstanceOf(RefusedException.class);

        assertThat(bank).calls().to("listAccounts").hasSize(3);
    }

    @Test
    @ClockAt("2031-03-03T09:00:00Z")
    void waitsAsLongAsTheBankSays(Sandbank bank) {
        bank.faults().on("listAccounts").next(1).throttle(Duration.ofSeconds(30));

        assertThat(client(bank).get("/banking/accounts")).contains("acct-4f81c0");

        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-03T09:00:30Z"));
    }

    @Test
    @Fixture(text = "{extends: uphold, settings: {requestLimit: 2, requestPeriod: PT1M}}")
    void keepsWithinTheLimitOfTheBank(Sandbank bank) {
        AccountsClient client = client(bank, bank, "ada-only");

        for (int call = 1; call <= 3; call++) {
            assertThat(client.get("/core/accounts")).contains("7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11");
        }

        assertThat(bank).calls().refusedAs(TOO_MANY_REQUESTS).hasSize(1).withStatus(429);
    }

    @Test
    @Fixture(text = "{extends: apiture, settings: {idempotencyKeys: replay}}")
    void paysOnceThoughTheReplyIsLost(Sandbank bank) {
        int before = bank.resources("transfers").size();
        bank.faults().on("createTransfer").next(1).drop();

        client(bank).pay("acct-7d1a40", "acct-4f81c0", "50.00", "2099-03-03", "rent-march");

        assertThat(bank).calls().to("createTransfer").hasSize(2);
        assertThat(bank.resources("transfers")).hasSize(before + 1);
    }

    @Test
    void asksForASignInAfterASignOutEverywhere(Sandbank bank) {
        MobileApp app = signedIn(bank, "ada");

        bank.user("ada").signOut();

        bank.expectDenial(INVALID_GRANT_REFRESH_TOKEN_REVOKED, SignInNeededException.class, app::listAccounts);
    }

    @Test
    void tellsThatTheCustomerWasBlocked(Sandbank bank) {
        AccountsClient client = client(bank);
        client.get("/banking/accounts");

        bank.user("ada").block();
        RefusedException refused =
                bank.expectDenial(SUBJECT_BLOCKED, RefusedException.class, () -> client.get("/banking/accounts"));

        assertThat(refused).hasMessageContaining("customerDisabled");
        bank.user("ada").unblock();
        assertThat(client.get("/banking/accounts")).contains("acct-4f81c0");
    }

    @Test
    void keepsTwoTenantsApart(Sandbank bank) {
        SandbankEnvironment acme = bank.environment("cat");
        SandbankEnvironment globex = bank.environment("cat2");

        assertThat(client(bank, acme, "cat-suite").get("/banking/accounts")).contains("acct-cat001");
        assertThat(client(bank, globex, "cat2-suite").get("/banking/accounts")).contains("acct-cat201");

        AccountsClient mixedUp = client(bank, acme, "cat-suite").at(globex.baseUrl());
        bank.expectDenial(TOKEN_UNKNOWN, RefusedException.class, () -> mixedUp.get("/banking/accounts"));
    }

    @Test
    @Fixture(text = WITH_JWTS)
    void takesTheNewKeyAndStillTheOldOne(Sandbank bank) {
        TokenVerifier server = new TokenVerifier(bank.issuer().resolve("jwks"));
        String before = bank.tokens().forClient("jwt-app");
        assertThat(server.accepts(before)).isTrue();

        bank.keys().rotateWithOverlap();

        assertThat(server.accepts(bank.tokens().forClient("jwt-app"))).isTrue();
        assertThat(server.accepts(before)).isTrue();
    }

    @Test
    @Fixture(text = WITH_JWTS)
    void refusesWhatAWithdrawnKeySigned(Sandbank bank) {
        TokenVerifier server = new TokenVerifier(bank.issuer().resolve("jwks"));
        String before = bank.tokens().forClient("jwt-app");
        assertThat(server.accepts(before)).isTrue();

        bank.keys().rotateWithoutOverlap();

        assertThat(server.accepts(bank.tokens().forClient("jwt-app"))).isTrue();
        assertThat(server.accepts(before)).isFalse();
    }
}
