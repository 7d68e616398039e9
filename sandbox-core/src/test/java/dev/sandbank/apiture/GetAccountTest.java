package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.CAROL_BATCH;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.NOBODYS;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.ApitureSeed.TAX_RESERVE;
import static dev.sandbank.testing.ApitureSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code getAccount}: no link looks like absence, a link without {@code view} is refused. */
class GetAccountTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void tellsAllNineFlags() {
        assertThat(account(ADA_BATCH, SAVER)).hasStatus(200).wasAllowed().hasBody("""
                        {"id":"acct-4f81c0","label":"Saver *4410","maskedNumber":"*4410","location":"internal",
                         "product":{"type":"savings","code":"SAV01","label":"Saver","description":"Basic savings"},
                         "allows":{"billPay":false,"mobileCheckDeposit":true,"transferFrom":true,"transferTo":true,
                          "view":true,"viewCards":false,"manageCards":false,"manageJointOwners":false,
                          "manageOverdraftAccounts":true},
                         "electronicStatements":false}
                        """);
    }

    @Test
    void letsAClientWithoutACustomerDoEverything() {
        assertThat(account("back-office", NOBODYS))
                .hasStatus(200)
                .has("/allows/manageJointOwners", true)
                .has("/allows/billPay", true);
    }

    @Test
    void readsAnIdThatIsPercentEncoded() {
        assertThat(account(ADA_BATCH, "%61cct-4f81c0")).hasStatus(200).has("/id", SAVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {UNKNOWN_ACCOUNT, NOBODYS, TAX_RESERVE, EXTERNAL, "ACCT-4F81C0", "acct-4f81c0~", "000123454410"})
    void knowsNoAccountThatIsNotLinkedOrNotHere(String id) {
        assertThat(account(ADA_BATCH, id))
                .hasStatus(404)
                .has("/type", "https://production.api.apiture.com/errors/notFound/v1.0.0")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @Test
    void knowsNoExternalAccountForAClientEither() {
        assertThat(account("back-office", EXTERNAL)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {BOB_BATCH, CAROL_BATCH})
    void refusesACustomerWhoMayNotView(String client) {
        assertThat(account(client, SAVER))
                .hasStatus(403)
                .has("/type", "https://production.api.apiture.com/errors/forbidden/v1.0.0")
                .wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "acct",
                "acct%20-4f81c0",
                "acct-4f81c0,",
                "acct-4f81c0'--",
                "%C3%A4cct-4f81c0",
                "acct-4f81c0-acct-4f81c0-acct-4f81c0-acct-4f81c0-x"
            })
    void refusesWhatIsNoId(String id) {
        assertThat(account(ADA_BATCH, id))
                .hasStatus(400)
                .has("/type", "https://production.api.apiture.com/errors/badRequest/v1.0.0")
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    private HttpCall account(String client, String id) {
        return get(bank, "/banking/accounts/" + id).bearer(bank.tokens().forClient(client));
    }
}
