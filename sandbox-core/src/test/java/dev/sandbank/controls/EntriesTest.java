package dev.sandbank.controls;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Change;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import dev.sandbank.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test changes, adds and removes accounts and any other entry of a running sandbox. */
class EntriesTest {

    private static final String GRACE = "{id: grace, username: grace, password: hopper, claims: {name: Grace}}";

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("bank: apiture\nextends: apiture\nclock: 2031-03-03T09:00:00Z")
            .start();

    @Test
    void changeTheBalanceOfAnAccountAtOnce() {
        bank.account(SAVER).set("balance", "0.07");

        assertThat(get(bank, "/banking/accountBalances?accounts=" + SAVER)
                        .bearer(bank.tokens().forClient(ADA_BATCH)))
                .hasStatus(200)
                .has("/items/0/current", "0.07");
        assertThat(bank.account(SAVER).get("balance")).isEqualTo("0.07");
    }

    @Test
    void areToldInTheTermsOfFixtures() {
        SandbankResource saver = bank.account(SAVER);

        assertThat(saver.get("/product/type")).isEqualTo("savings");
        assertThat(saver.get("product")).startsWith("{\"type\":\"savings\"");
        assertThat(saver.json()).contains("\"number\":\"000123454410\"");
        assertThat(saver.collection() + " " + saver.id()).isEqualTo("accounts acct-4f81c0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            balance | 12 | accounts[acct-4f81c0].balance: found "12", expected an amount of money with two decimals, such as "10.00"
            /product/type | saving | accounts[acct-4f81c0].product.type: found "saving", expected one of savings, checking, cd, ira, loan, creditCard, did you mean "savings"?
            balanec | 1.00 | accounts[acct-4f81c0].balanec: found the unknown member "balanec", expected a known member, did you mean "balance"?
            """)
    void refuseWhatAFixtureWouldBeRefusedFor(String member, String value, String message) {
        String before = bank.export();

        assertThatThrownBy(() -> bank.account(SAVER).set(member, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(bank.export()).isEqualTo(before);
        assertThat(bank.journal().changes()).isEmpty();
    }

    @Test
    void mustNameWhatIsThere() {
        assertThatThrownBy(() -> bank.resource("users", "ada").set("primaryAccountId", "acct-4f81c9"))
                .hasMessage(
                        "users[ada].primaryAccountId: found \"acct-4f81c9\", expected the id of an entry of accounts,"
                                + " did you mean \"acct-4f81c0\"?");
        assertThatThrownBy(() -> bank.resource("users", "ada").set("username", "BOB"))
                .hasMessage(
                        "users[ada].username: found \"BOB\" again, expected a value that no other entry of users has");
        assertThatThrownBy(() -> bank.resource("users", "ada").set("id", "eda")).hasMessageContaining("id");
    }

    @Test
    void tellWhatWasProbablyMeant() {
        assertThatThrownBy(() -> bank.account("acct-4f81c")).hasMessageContaining("did you mean \"acct-4f81c0\"?");
        assertThatThrownBy(() -> bank.resource("acounts", SAVER)).hasMessageContaining("did you mean \"accounts\"?");
        assertThatThrownBy(() -> bank.account(SAVER).get("balanse")).hasMessageContaining("did you mean \"balance\"?");
        assertThatThrownBy(() -> bank.account(SAVER).set("balance", Instant.EPOCH))
                .hasMessageContaining("java.time.Instant");
    }

    @Test
    void takeValuesOfEveryKind() {
        SandbankResource ada = bank.resource("users", "ada");

        ada.set("claims", Map.of("name", "Ada", "email_verified", true, "updated_at", 7));
        ada.set("/identityChallenge/tokens", List.of(Map.of("token", "token-one")));
        ada.set("/identityChallenge/tokens/-", Map.of("token", "token-two"));
        ada.unset("/identityChallenge/tokens/0");
        ada.unset("primaryAccountId");

        assertThat(ada.get("/claims/updated_at")).isEqualTo("7");
        assertThat(ada.get("/identityChallenge/tokens")).isEqualTo("[{\"token\":\"token-two\"}]");
        assertThatThrownBy(() -> ada.get("primaryAccountId")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areNotedWithoutTheirValues() {
        bank.resource("users", "ada").set("password", "very secret");
        bank.add("users", GRACE);
        bank.account(SAVER).unset("label");
        bank.account(SAVER).remove();
        bank.environment("cat").resource("accounts", "acct-cat001").set("balance", "1.00");

        assertThat(bank.journal().changes())
                .extracting(Change::what)
                .containsExactly(
                        "users ada: password is changed",
                        "users grace is added",
                        "accounts acct-4f81c0: label is removed",
                        "accounts acct-4f81c0 is removed",
                        "accounts acct-cat001: balance is changed (/cat)");
    }

    @Test
    void makeUsersWhoCanDoWhatOthersCan() {
        bank.add("users", GRACE);
        bank.user("grace").entitle(SAVER, "view");

        assertThat(get(bank, "/banking/accounts/" + SAVER)
                        .bearer(bank.tokens().forUser("mobile-app", "grace", "banking/read")))
                .hasStatus(200);
        assertThatThrownBy(() -> bank.add("users", GRACE))
                .hasMessageContaining("users[grace].id: found \"grace\" again");
    }

    @Test
    void makeClientsAsFixturesDo() {
        bank.add("clients", "{id: fresh, secret: fresh-secret, scopes: [banking/read]}");

        Answer token = post(bank, bank.tokenUrl().getPath())
                .basic("fresh:fresh-secret")
                .form("grant_type", "client_credentials")
                .send();
        assertThat(get(bank, "/banking/accounts").bearer(token.text("/access_token")))
                .hasStatus(200);
        assertThatThrownBy(() -> bank.add("clients", "{id: worse, secret: s, scopes: [banking/raed]}"))
                .hasMessageContaining("clients[worse].scopes[0]: found \"banking/raed\"")
                .hasMessageContaining("did you mean \"banking/read\"?");
    }

    @Test
    void takeTheTokensOfTheRemovedAlong() {
        String ofUser = bank.tokens().forClient(ADA_BATCH);
        String ofClient = bank.tokens().forClient("back-office");

        bank.resource("users", "ada").remove();
        bank.resource("clients", "back-office").remove();

        assertThat(get(bank, "/banking/accounts").bearer(ofUser)).hasStatus(401).wasRefused(DenialReason.TOKEN_REVOKED);
        assertThat(get(bank, "/banking/accounts").bearer(ofClient))
                .hasStatus(401)
                .wasRefused(DenialReason.TOKEN_REVOKED);
        assertThatThrownBy(() -> bank.user("ada")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takeTheTokensOfTheDisabledAlong() {
        String token = bank.tokens().forClient(ADA_BATCH);

        bank.resource("users", "ada").set("status", "disabled");
        bank.resource("users", "ada").set("status", "active");

        assertThat(get(bank, "/banking/accounts").bearer(token)).hasStatus(401).wasRefused(DenialReason.TOKEN_REVOKED);
    }

    @Test
    void removeAnAccountWithItsLinks() {
        bank.account(SAVER).remove();

        String token = bank.tokens().forClient(ADA_BATCH);
        assertThat(get(bank, "/banking/accounts/" + SAVER).bearer(token)).hasStatus(404);
        bank.add(
                "accounts",
                "{id: " + SAVER + ", number: '1', balance: '1.00', product: {type: savings, code: S,"
                        + " label: S, description: S}}");
        assertThat(get(bank, "/banking/accounts/" + SAVER).bearer(token)).hasStatus(404);
    }

    @Test
    void areGoneAgainAfterAReset() {
        String before = bank.export();
        bank.add("users", GRACE);
        bank.account(SAVER).remove();

        bank.reset();

        assertThat(bank.export()).isEqualTo(before);
    }

    @Test
    void surviveAnExport() {
        bank.resource("users", "bob").remove();
        bank.account("acct-b7725e").remove();
        bank.add("users", GRACE);
        String text = bank.export();

        try (Sandbank second = Sandbank.builder().fixtureText(text).start()) {
            assertThat(second.export()).isEqualTo(text);
            assertThat(second.client("bob-batch").scopes()).isNotEmpty();
        }
    }

    @Test
    void areRatesOfUphold() {
        try (Sandbank uphold = Sandbank.start("uphold")) {
            uphold.resource("rates", "BTC-EUR").set("value", "61000.00");
            uphold.add("rates", "{id: ETH-GBP, value: '2000'}");

            assertThat(uphold.export()).contains("BTC-EUR: \"61000.00\"").contains("ETH-GBP: \"2000\"");
            assertThatThrownBy(() -> uphold.resource("rates", "BTC-EUR").set("value", "-1"))
                    .hasMessageContaining("BTC-EUR");
            assertThatThrownBy(() -> uphold.add("rates", "{id: ETH-NIL, value: '2'}"))
                    .hasMessageContaining("two entries of assets");
        }
    }
}
