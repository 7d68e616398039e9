package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_HELD;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.crypto;
import static dev.sandbank.uphold.Payer.external;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of transactions on the sandbox's clock: processing, then completed, failed or on hold. */
class SettlementTest {

    private static final String FIXTURE = """
            bank: uphold
            extends: uphold
            clock: 2031-03-03T09:00:00Z
            settings: {settlementDelay: %s, externalSettlementDelay: PT1M, accessTokenLifetime: P1D}
            """;

    @Test
    void isOverByTheNextCallBetweenAccounts() {
        try (Sandbank bank = start("PT0S")) {
            Payer ada = new Payer(bank, ADA);

            String id = commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "1")));

            assertThat(ada.transaction(id))
                    .has("/transaction/status", "completed")
                    .has("/transaction/completedAt", "2031-03-03T09:00:00.000Z");
            assertThat(ada.balance(ADAS_GIFTS).path("total").asText()).isEqualTo("21.00");
        }
    }

    @Test
    void holdsWhatLeavesUntilItHasLeft() {
        try (Sandbank bank = start("PT30S")) {
            Payer ada = new Payer(bank, ADA);
            String id = commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "100.00")));

            assertThat(ada.transaction(id)).has("/transaction/status", "processing");
            holds(ada, ADAS_SPENDING, "250.00", "140.00");
            holds(ada, ADAS_GIFTS, "20.00", "20.00");

            bank.clock().advance(Duration.ofMillis(29_999));
            assertThat(ada.transaction(id)).has("/transaction/status", "processing");

            bank.clock().advance(Duration.ofMillis(1));
            assertThat(ada.transaction(id))
                    .has("/transaction/status", "completed")
                    .has("/transaction/createdAt", "2031-03-03T09:00:00.000Z")
                    .has("/transaction/updatedAt", "2031-03-03T09:00:30.000Z")
                    .has("/transaction/completedAt", "2031-03-03T09:00:30.000Z");
            holds(ada, ADAS_SPENDING, "150.00", "140.00");
            holds(ada, ADAS_GIFTS, "120.00", "120.00");
        }
    }

    @Test
    void isDatedWhenItWasDueWheneverSomebodyLooks() {
        try (Sandbank bank = start("PT30S")) {
            Payer ada = new Payer(bank, ADA);
            String id = commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "100.00")));

            bank.clock().advance(Duration.ofHours(5));

            assertThat(ada.transaction(id)).has("/transaction/completedAt", "2031-03-03T09:00:30.000Z");
            assertThat(ada.as(HttpCall.get(bank, "/core/accounts/" + ADAS_GIFTS)))
                    .has("/account/updatedAt", "2031-03-03T09:00:30.000Z");
        }
    }

    @Test
    void spendsNothingTwiceWhileItIsHeld() {
        try (Sandbank bank = start("PT30S")) {
            Payer ada = new Payer(bank, ADA);
            commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "240.00")));

            assertThat(ada.commit(ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "0.01"))))
                    .hasStatus(409)
                    .has("/code", "insufficient_balance");
        }
    }

    @Test
    void takesLongerWhereTheOutsideIsInvolved() {
        try (Sandbank bank = start("PT0S")) {
            Payer ada = new Payer(bank, ADA);
            String out = commit(ada, ada.quote(account(ADAS_POUNDS), external(ADAS_BANK), amount("GBP", "100.50")));
            String in = commit(ada, ada.quote(external(ADAS_BANK), account(ADAS_POUNDS), amount("GBP", "30.00")));
            holds(ada, ADAS_POUNDS, "1200.00", "1099.50");

            bank.clock().advance(Duration.ofMinutes(1));

            assertThat(ada.transaction(out)).has("/transaction/status", "completed");
            assertThat(ada.transaction(in)).has("/transaction/status", "completed");
            holds(ada, ADAS_POUNDS, "1129.50", "1129.50");
        }
    }

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
    void keepsAnAccountFromBeingArchivedMeanwhile() {
        try (Sandbank bank = start("PT30S")) {
            Payer ada = new Payer(bank, ADA);
            commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_EMPTY), amount("EUR", "1.00")));

            assertThat(archive(bank, ada, ADAS_EMPTY))
                    .hasStatus(409)
                    .has("/code", "account_has_pending_transactions")
                    .wasRefusedAt("rules", "account-has-pending-transactions");

            bank.clock().advance(Duration.ofSeconds(30));
            assertThat(archive(bank, ada, ADAS_EMPTY)).hasStatus(409).has("/code", "account_has_balance");
            commit(ada, ada.quote(account(ADAS_EMPTY), account(ADAS_SPENDING), amount("EUR", "1.00")));
            bank.clock().advance(Duration.ofSeconds(30));
            assertThat(archive(bank, ada, ADAS_EMPTY)).hasStatus(204);
        }
    }

    @Test
    void beginsWithWhatTheFixtureSaysIsUnderWay() {
        String fixture = FIXTURE.formatted("PT0S")
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
    void isForgottenByAReset() {
        try (Sandbank bank = start("PT30S")) {
            Payer ada = new Payer(bank, ADA);
            commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "100.00")));

            bank.reset();
            bank.clock().advance(Duration.ofMinutes(1));

            holds(new Payer(bank, ADA), ADAS_SPENDING, "250.00", "240.00");
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

    private static Sandbank start(String delay) {
        return Sandbank.builder().fixtureText(FIXTURE.formatted(delay)).start();
    }

    private static String commit(Payer payer, HttpCall quote) {
        Answer made = payer.commit(quote).send();
        assertThat(made).hasStatus(201).has("/transaction/status", "processing");
        return made.text("/transaction/id");
    }

    private static HttpCall archive(Sandbank bank, Payer payer, String account) {
        return payer.as(HttpCall.call(bank, "DELETE", "/core/accounts/" + account));
    }

    private static void holds(Payer payer, String account, String total, String available) {
        assertThat(payer.balance(account))
                .isEqualTo(Answer.parse("{\"total\":\"" + total + "\",\"available\":\"" + available + "\"}"));
    }
}
