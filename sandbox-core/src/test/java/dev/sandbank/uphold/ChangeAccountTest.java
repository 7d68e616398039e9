package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.update-account} and {@code core.archive-account}. */
class ChangeAccountTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void givesAnAccountAnotherLabelAndNothingElse() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        bank.clock().advance(Duration.ofMinutes(1));

        assertThat(update(ADAS_SPENDING, "{\"label\":\"Groceries\"}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/account/label", "Groceries")
                .has("/account/asset", "EUR")
                .has("/account/ownerId", ADA)
                .has("/account/balance/total", "250.00")
                .has("/account/updatedAt", "2031-03-03T09:01:00.000Z");
        assertThat(asAda(get(bank, "/core/accounts/" + ADAS_SPENDING))).has("/account/label", "Groceries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"label\":\"\"}",
                "{\"label\":\" x\"}",
                "{\"label\":null}",
                "{\"label\":\"x\",\"asset\":\"GBP\"}",
                "{\"balance\":\"1000000\"}",
                "{\"owner\":\"b52e8d07-c41f-4936-8e2a-5f90d7a3c618\"}"
            })
    void takesNothingButALabel(String body) {
        assertThat(update(ADAS_SPENDING, body))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .wasRefusedAt("input", "input-invalid");
        assertThat(asAda(get(bank, "/core/accounts/" + ADAS_SPENDING)))
                .has("/account/label", "Spending")
                .has("/account/ownerId", ADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {BRUNOS_CONTA, UNKNOWN_ACCOUNT})
    void changesOnlyOnesOwn(String account) {
        assertThat(update(account, "{\"label\":\"Mine\"}"))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "account");
        assertThat(archive(account)).hasStatus(404);
    }

    @Test
    void archivesAnEmptyAccountForGood() {
        assertThat(archive(ADAS_EMPTY)).hasStatus(204).wasAllowed();

        assertThat(asAda(get(bank, "/core/accounts/" + ADAS_EMPTY))).hasStatus(404);
        assertThat(archive(ADAS_EMPTY)).hasStatus(404);
        assertThat(asAda(get(bank, "/core/accounts?perPage=100")).send().each("/accounts", "id"))
                .doesNotContain(ADAS_EMPTY);
    }

    @Test
    void archivesNoAccountThatHoldsAnything() {
        assertThat(archive(ADAS_SPENDING))
                .hasStatus(409)
                .has("/code", "account_has_balance")
                .wasRefusedAt("rules", "account-has-balance");
        assertThat(asAda(get(bank, "/core/accounts/" + ADAS_SPENDING))).hasStatus(200);
    }

    private HttpCall update(String account, String body) {
        return asAda(call(bank, "PATCH", "/core/accounts/" + account)).json(body);
    }

    private HttpCall archive(String account) {
        return asAda(call(bank, "DELETE", "/core/accounts/" + account));
    }

    private HttpCall asAda(HttpCall call) {
        return call.bearer(bank.tokens().forClient("payouts")).onBehalfOf(ADA);
    }
}
