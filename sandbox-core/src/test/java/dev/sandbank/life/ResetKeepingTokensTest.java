package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Person;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code resetKeepingTokens()} goes back to the fixture and leaves what its clients and users may have. */
class ResetKeepingTokensTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("{bank: apiture, extends: apiture, settings: {accessTokenLifetime: PT5M}}")
            .start();

    @Test
    void keepsTheTokenOfAClient() {
        String token = bank.tokens().forClient("ledger-reader");
        bank.resetKeepingTokens();
        assertThat(accounts(token)).hasStatus(200);
    }

    @Test
    void forgetsAllElse() {
        String token = bank.tokens().forClient("ada-batch");
        bank.user("ada").block();
        bank.faults().on("listAccounts").next(5).fail(503);
        accounts(token).send();

        bank.resetKeepingTokens();

        assertThat(bank.journal().calls()).isEmpty();
        assertThat(accounts(token)).hasStatus(200);
    }

    @Test
    void leavesRevokedTokensRevoked() {
        String token = bank.tokens().forClient("ledger-reader");
        bank.tokens().revoke(token);
        bank.resetKeepingTokens();
        assertThat(accounts(token)).wasRefused(DenialReason.TOKEN_REVOKED);
    }

    @Test
    void leavesTokensOfAClientThatWasDisabledRevoked() {
        String token = bank.tokens().forClient("ledger-reader");
        bank.client("ledger-reader").disable();
        bank.resetKeepingTokens();
        assertThat(accounts(token)).wasRefused(DenialReason.TOKEN_REVOKED);
    }

    @Test
    void leavesExpiredTokensExpiredThoughTheClockGoesBack() {
        String token = bank.tokens().forClient("ledger-reader");
        bank.clock().advance(LIFE);
        bank.resetKeepingTokens();
        assertThat(accounts(token)).wasRefused(DenialReason.TOKEN_EXPIRED);
    }

    @Test
    void letsTokensLiveAsLongAsTheyWouldHave() {
        bank.clock().freezeAt(Instant.parse("2031-12-31T23:59:59Z"));
        String token = bank.tokens().forClient("ledger-reader");
        bank.clock().advance(Duration.ofMinutes(2));

        bank.resetKeepingTokens();

        bank.clock().freezeAt(bank.clock().now().plus(Duration.ofMinutes(2)));
        assertThat(accounts(token)).hasStatus(200);
        bank.clock().advance(Duration.ofMinutes(1));
        assertThat(accounts(token)).wasRefused(DenialReason.TOKEN_EXPIRED);
    }

    @Test
    void revokesTheTokensOfClientsThatTheFixtureDoesNotKnow() {
        bank.add("clients", "{id: fresh, secret: fresh-secret-1, scopes: [banking/read]}");
        String token = bank.tokens().forClient("fresh");
        bank.resetKeepingTokens();
        assertThat(accounts(token)).wasRefused(DenialReason.TOKEN_REVOKED);
    }

    @Test
    void revokesTokensWithScopesThatTheirClientDoesNotHaveInTheFixture() {
        bank.client("branch-finder").setScopes("data/read", "banking/read");
        String more = bank.tokens().forClient("branch-finder");
        String less = bank.tokens().forClient("ledger-reader");
        bank.client("ledger-reader").setScopes();

        bank.resetKeepingTokens();

        assertThat(accounts(more)).wasRefused(DenialReason.TOKEN_REVOKED);
        assertThat(accounts(less)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada-batch", "ledger-reader"})
    void revokesTokensOfAClientThatWasBoundToAnotherUser(String client) {
        bank.resource("clients", client).set("user", "bob");
        String token = bank.tokens().forClient(client);
        bank.resetKeepingTokens();
        assertThat(accounts(token)).wasRefused(DenialReason.TOKEN_REVOKED);
    }

    @Test
    void revokesTokensOfUsersAtClientsThatUsersCannotSignInTo() {
        String signedIn = bank.tokens().forUser("mobile-app", "bob");
        String never = bank.tokens().forUser("back-office", "bob");

        bank.resetKeepingTokens();

        assertThat(accounts(signedIn)).hasStatus(200);
        assertThat(accounts(never)).wasRefused(DenialReason.TOKEN_REVOKED);
    }

    @Test
    void revokesTokensForUsersThatTheFixtureDoesNotKnow() {
        String gus = "{id: gus, username: gus, password: hopper-1Aa, claims: {name: Gus}}";
        bank.add("users", gus);
        String token = bank.tokens().forUser("mobile-app", "gus");
        bank.resetKeepingTokens();
        bank.add("users", gus);
        assertThat(accounts(token)).wasRefused(DenialReason.TOKEN_REVOKED);
    }

    @Test
    void keepsUsersSignedInWithTheirRefreshTokens() {
        Browser browser = new Browser(bank);
        Answer tokens = signedIn(browser);

        bank.resetKeepingTokens();

        assertThat(silently(browser)).isEqualTo("code");
        assertThat(accounts(tokens.text("/access_token"))).hasStatus(200);
        assertThat(refreshed(tokens)).hasStatus(200);
    }

    @Test
    void leavesSpentRefreshTokensSpent() {
        Answer tokens = signedIn(new Browser(bank));
        refreshed(tokens).send();
        bank.resetKeepingTokens();
        assertThat(refreshed(tokens)).hasStatus(400);
    }

    @Test
    void leavesUsersSignedOutWhoWere() {
        Browser browser = new Browser(bank);
        Answer tokens = signedIn(browser);
        bank.user("ada").disable();

        bank.resetKeepingTokens();

        assertThat(silently(browser)).isEqualTo("error");
        assertThat(refreshed(tokens)).hasStatus(400);
    }

    private HttpCall accounts(String token) {
        return get(bank, "/banking/accounts").bearer(token);
    }

    private Answer signedIn(Browser browser) {
        return CodeFlow.of(bank, App.MOBILE)
                .with("scope", "openid banking/read offline_access")
                .signIn(browser, Person.ADA);
    }

    private HttpCall refreshed(Answer tokens) {
        return CodeFlow.refresh(bank, App.MOBILE, tokens.text("/refresh_token"));
    }

    /** What the browser brings back without a page. */
    private String silently(Browser browser) {
        var page = CodeFlow.of(bank, App.MOBILE).with("prompt", "none").start(browser);
        return page.told("code").isEmpty() ? "error" : "code";
    }
}
