package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_HELD;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.crypto;
import static dev.sandbank.uphold.SettlementScene.commit;
import static dev.sandbank.uphold.SettlementScene.holds;
import static dev.sandbank.uphold.SettlementScene.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AnswerAssert;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fixture decides of transactions: which fail, which are held, what is under way, where coins go. */
class FateOfTransactionTest {

    @ParameterizedTest
    @CsvSource({
        "13.01,failed,insufficient-funds,250.00,240.00",
        "13.02,on-hold,pending-requests-for-information,250.00,226.98",
    })
    void goesAsTheFixtureSaysForSomeAmounts(
            String amount, String status, String reason, String total, String available) {
        try (Sandbank bank = start("PT0S")) {
            Payer ada = new Payer(bank, ADA);
            String id = commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", amount)));

            bank.clock().advance(Duration.ofDays(1).minusSeconds(1));

            assertThat(ada.transaction(id))
                    .has("/transaction/status", status)
                    .has("/transaction/statusDetails/reason", reason)
                    .lacks("/transaction/completedAt");
            holds(ada, ADAS_SPENDING, total, available);
            holds(ada, ADAS_GIFTS, "20.00", "20.00");
        }
    }

    @ParameterizedTest
    @CsvSource({"13.03,completed,236.97,226.97,33.03", "13.04,failed,250.00,240.00,20.00"})
    void comesOffHoldInTheEnd(String amount, String status, String total, String available, String gifts) {
        try (Sandbank bank = start("PT30S")) {
            Payer ada = new Payer(bank, ADA);
            String id = commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", amount)));
            bank.clock().advance(Duration.ofSeconds(30));
            assertThat(ada.transaction(id)).has("/transaction/status", "on-hold");

            bank.clock().advance(Duration.ofHours(1));

            AnswerAssert ended = assertThat(ada.transaction(id)).has("/transaction/status", status);
            ended.has("/transaction/updatedAt", "2031-03-03T10:00:30.000Z");
            holds(ada, ADAS_SPENDING, total, available);
            assertThat(ada.balance(ADAS_GIFTS).path("available").asText()).isEqualTo(gifts);
        }
    }

    @Test
    void beginsWithWhatTheFixtureSaysIsUnderWay() {
        String fixture = SettlementScene.FIXTURE.formatted("PT0S")
                + """
                accounts:
                  - {id: %s, owner: %s, label: Spending, asset: EUR, balance: "250.00", available: "220.00"}
                transactions:
                  - id: 11f0c3a2-7d5e-4b86-9a41-0e2d6f8b3c75
                    owner: %s
                    origin: {asset: EUR, amount: "20.00", rate: "1", node: {type: account, id: %s, ownerId: %s}}
                    destination: {asset: EUR, amount: "20.00", rate: "1", node: {type: bank-address, network: sepa}}
                    status: processing
                    settlesAt: 2031-03-03T09:10:00Z
                  - {id: %s, owner: %s, origin: {asset: EUR, amount: "10.00", rate: "1", node: {type: account, id: %s, ownerId: %s}}, destination: {asset: EUR, amount: "10.00", rate: "1", node: {type: apm, method: venmo}}, status: processing}
                """.formatted(ADAS_SPENDING, ADA, ADA, ADAS_SPENDING, ADA, ADAS_HELD, ADA, ADAS_SPENDING, ADA);

        try (Sandbank bank = Sandbank.builder().fixtureText(fixture).start()) {
            Payer ada = new Payer(bank, ADA);

            assertThat(ada.transaction(ADAS_HELD))
                    .has("/transaction/status", "completed")
                    .has("/transaction/quotedAt", "2031-03-03T09:00:00.000Z")
                    .has("/transaction/completedAt", "2031-03-03T09:00:00.000Z");
            holds(ada, ADAS_SPENDING, "240.00", "220.00");

            bank.clock().advance(Duration.ofMinutes(10));

            assertThat(ada.transaction("11f0c3a2-7d5e-4b86-9a41-0e2d6f8b3c75"))
                    .has("/transaction/status", "completed")
                    .has("/transaction/completedAt", "2031-03-03T09:10:00.000Z");
            holds(ada, ADAS_SPENDING, "220.00", "220.00");
        }
    }

    @Test
    void letsCoinsGoOnChainWhereTheOrganizationDoes() {
        String fixture = "bank: uphold\nextends: uphold\nsettings: {cryptoExecution: onchain}\n";
        try (Sandbank bank = Sandbank.builder().fixtureText(fixture).start()) {
            Payer ada = new Payer(bank, ADA);

            Answer made = ada.commit(ada.quote(
                            account(ADAS_BITCOIN),
                            crypto("BTC", "bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ""),
                            amount("BTC", "0.01")))
                    .send();

            assertThat(made).has("/transaction/destination/node/execution/mode", "onchain");
        }
    }
}
