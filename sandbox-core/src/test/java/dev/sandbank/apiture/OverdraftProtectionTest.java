package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts that are drawn on where another one does not suffice. */
class OverdraftProtectionTest {

    private static final String OF_EVERYDAY = "/banking/accounts/acct-7d1a40/overdraftProtection";

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    private HttpCall as(String client, String method, String path) {
        return call(bank, method, path).bearer(bank.tokens().forClient(client));
    }

    private HttpCall change(String body) {
        return as("ada-batch", "PATCH", OF_EVERYDAY).json(body);
    }

    @Test
    void isToldInTheOrderInWhichAccountsAreDrawnOn() {
        assertThat(as("ada-batch", "GET", OF_EVERYDAY))
                .hasBody(
                        "{\"accounts\": [{\"id\": \"acct-9b22d7\", \"label\": \"Rainy day\", \"maskedNumber\": \"*1188\"}],"
                                + " \"maximumOverdraftAccounts\": 2}");
        assertThat(as("ada-batch", "GET", "/banking/accounts/acct-9b22d7/overdraftProtection"))
                .hasBody("{\"accounts\": [], \"maximumOverdraftAccounts\": 2}");
    }

    @Test
    void canBeGivenByInternalDepositAccountsThatTheCallerReaches() {
        assertThat(as("ada-batch", "GET", "/banking/accounts/acct-7d1a40/eligibleOverdraftAccounts?limit=1000")
                        .send()
                        .each("/items", "id"))
                .containsExactly("acct-4f81c0", "acct-9b22d7", "acct-c3071e", "acct-2e90b6", "acct-b7725e");
        bank.resource("accounts", "acct-c3071e").set("overdraftEligible", false);

        assertThat(as("ada-batch", "GET", "/banking/accounts/acct-7d1a40/eligibleOverdraftAccounts?limit=2"))
                .has("/items/1/id", "acct-9b22d7")
                .has("/maximumOverdraftAccounts", 2)
                .lacks("/count");
    }

    @Test
    void isReplacedAsAWhole() {
        assertThat(
                        change(
                                "{\"accounts\": [{\"id\": \"acct-c3071e\", \"label\": \"ignored\"}, {\"id\": \"acct-9b22d7\"}]}"))
                .hasStatus(200)
                .has("/accounts/0/label", "Reserve")
                .has("/accounts/1/id", "acct-9b22d7");
        assertThat(change("{}")).has("/accounts/1/id", "acct-9b22d7");
        assertThat(change("{\"accounts\": []}")).hasBody("{\"accounts\": [], \"maximumOverdraftAccounts\": 2}");
        assertThat(change("{\"items\": [{\"id\": \"acct-9b22d7\"}]}")).has("/accounts/0/id", "acct-9b22d7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acct-4f81c0 acct-9b22d7 acct-c3071e | too-many-overdraft-accounts | 422",
                "acct-9b22d7 acct-9b22d7 | duplicate-overdraft-accounts | 422",
                "acct-d94c08 | invalid-account-id | 422",
                "acct-nowhere | invalid-account-id | 422",
                "acct-58fc13 | overdraft-account-not-eligible | 422",
                "acct-7d1a40 | overdraft-account-not-eligible | 422",
                "acct-85b3f1 | overdraft-account-not-eligible | 422",
                "x | input-invalid | 400",
                "acct-a1 acct-a2 acct-a3 acct-a4 acct-a5 | input-invalid | 400"
            })
    void isNotChangedByWhatCannotBe(String ids, String why, int status) {
        String accounts = "{\"id\": \"" + ids.replace(" ", "\"}, {\"id\": \"") + "\"}";

        assertThat(change("{\"accounts\": [" + accounts + "]}"))
                .hasStatus(status)
                .wasRefused(why);
        assertThat(as("ada-batch", "GET", OF_EVERYDAY))
                .has("/accounts/0/id", "acct-9b22d7")
                .lacks("/accounts/1");
    }

    @Test
    void takesJsonOnly() {
        assertThat(change("{}").header("Content-Type", "application/merge-patch+json"))
                .hasStatus(415);
    }

    @ParameterizedTest
    @CsvSource({
        "ada-batch, acct-e14d75, 403, forbidden/v1.0.0",
        "back-office, acct-e14d75, 404, invalidAccountId/v0.2.0",
        "ada-batch, acct-d94c08, 404, invalidAccountId/v0.2.0",
        "ada-batch, acct-85b3f1, 404, invalidAccountId/v0.2.0",
        "bob-batch, acct-2e90b6, 403, forbidden/v1.0.0"
    })
    void isNotThereForEveryAccount(String client, String account, int status, String type) {
        assertThat(as(client, "GET", "/banking/accounts/" + account + "/overdraftProtection"))
                .hasStatus(status)
                .has("/type", "https://production.api.apiture.com/errors/" + type);
    }

    @Test
    void isChangedByNobodyWhoMayNot() {
        assertThat(as("ada-batch", "PATCH", "/banking/accounts/acct-d94c08/overdraftProtection")
                        .json("{}"))
                .hasStatus(404)
                .has("/type", "https://production.api.apiture.com/errors/notFound/v1.0.0");
        bank.user("ada").withdraw("acct-7d1a40", "manageOverdraftAccounts");

        assertThat(change("{}")).hasStatus(403).wasRefused("entitlement-missing");
        assertThat(get(bank, "/banking/accounts/acct-7d1a40/eligibleOverdraftAccounts")
                        .bearer(bank.tokens().forClient("ada-batch")))
                .hasStatus(403);
    }
}
