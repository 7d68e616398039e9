package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.EVERYDAY;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.HOUSEHOLD;
import static dev.sandbank.testing.ApitureSeed.NELL_BATCH;
import static dev.sandbank.testing.ApitureSeed.NOBODYS;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.ApitureSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code listAccountBalances}: of the accounts asked for, in that order. */
class ListAccountBalancesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void keepsTheOrderOfTheRequest() {
        Answer answer = balances(ADA_BATCH, "?accounts=" + EVERYDAY + "," + SAVER + "," + HOUSEHOLD)
                .send();

        assertThat(answer.each("/items", "id")).containsExactly(EVERYDAY, SAVER, HOUSEHOLD);
        assertThat(answer)
                .wasAllowed()
                .has("/items/0/current", "2417.32")
                .has("/items/0/available", "2317.32")
                .has("/items/0/currentWithPending", "2317.32")
                .has("/items/1/currentWithPending", "1250.00")
                .has("/items/1/current", "1250.00")
                .has("/items/1/available", "1250.00")
                .has("/items/0/incomplete", false);
    }

    @Test
    void coversWhatTheCallerMayViewHereIfNothingIsAskedFor() {
        assertThat(balances(BOB_BATCH, "").send().each("/items", "id"))
                .containsExactlyInAnyOrder(HOUSEHOLD, RAINY_DAY, "acct-b7725e");
        assertThat(balances(NELL_BATCH, "")).hasStatus(200).hasBody("{\"items\":[]}");
        assertThat(balances("back-office", "").send().each("/items", "id"))
                .hasSize(15)
                .doesNotContain(EXTERNAL);
    }

    @Test
    void takesAThousandIdsHoweverTheirCommasAreWritten() {
        String accounts = IntStream.range(0, 1000)
                .mapToObj("    - {id: acct-%043d, number: \"1\", balance: \"1.00\", product: *any}\n"::formatted)
                .collect(Collectors.joining());
        String product = "{type: savings, code: S, label: Saver, description: Saver}";
        String fixture = "bank: apiture\nextends: apiture\naccounts:\n    - {id: acct-first, number: \"1\","
                + " balance: \"1.00\", product: &any " + product + "}\n" + accounts;
        String ids = IntStream.range(0, 1000).mapToObj("acct-%043d"::formatted).collect(Collectors.joining("%2C"));

        try (Sandbank large = Sandbank.builder().fixtureText(fixture).start()) {
            String token = large.tokens().forClient("back-office");

            assertThat(get(large, "/banking/accountBalances?accounts=" + ids)
                            .bearer(token)
                            .send()
                            .each("/items", "id"))
                    .hasSize(1000);
        }
    }

    @Test
    void toleratesARetryCountOfZero() {
        assertThat(balances(ADA_BATCH, "?retryCount=0&accounts=" + SAVER)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN_ACCOUNT, NOBODYS, EXTERNAL, SAVER + "," + UNKNOWN_ACCOUNT})
    void refusesIdsThatAreNotTheCallers(String ids) {
        assertThat(balances(ADA_BATCH, "?accounts=" + ids))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/invalidAccountId/v0.2.0")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {SAVER, HOUSEHOLD + "," + SAVER})
    void refusesACustomerWhoMayNotViewOneOfThem(String ids) {
        assertThat(balances(BOB_BATCH, "?accounts=" + ids))
                .hasStatus(403)
                .has("/type", "https://production.api.apiture.com/errors/forbidden/v1.0.0")
                .wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts=",
                "accounts=,",
                "accounts=" + SAVER + "," + SAVER,
                "accounts=" + SAVER + ",",
                "accounts=" + SAVER + "&accounts=" + EVERYDAY,
                "accounts=" + SAVER + "%20," + EVERYDAY,
                "accounts=" + SAVER + "%0A",
                "accounts=short",
                "retryCount=-1",
                "retryCount=11",
                "retryCount=x",
                "retryCount="
            })
    void refusesAQueryThatIsNotWellFormed(String query) {
        assertThat(balances(ADA_BATCH, "?" + query))
                .hasStatus(400)
                .has("/type", "https://production.api.apiture.com/errors/badRequest/v1.0.0")
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @Test
    void refusesAListThatIsTooLong() {
        String ids = IntStream.range(0, 1001).mapToObj(i -> "a" + (10000 + i)).collect(Collectors.joining(","));

        assertThat(balances(ADA_BATCH, "?accounts=" + ids)).hasStatus(400);
    }

    private HttpCall balances(String client, String query) {
        return get(bank, "/banking/accountBalances" + query)
                .bearer(bank.tokens().forClient(client));
    }
}
