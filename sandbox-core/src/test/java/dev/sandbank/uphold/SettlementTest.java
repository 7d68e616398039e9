package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.external;
import static dev.sandbank.uphold.SettlementScene.commit;
import static dev.sandbank.uphold.SettlementScene.holds;
import static dev.sandbank.uphold.SettlementScene.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When transactions are over on the sandbox's clock, and what they hold until then. */
class SettlementTest {

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
    void isForgottenByAReset() {
        try (Sandbank bank = start("PT30S")) {
            Payer ada = new Payer(bank, ADA);
            commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "100.00")));

            bank.reset();
            bank.clock().advance(Duration.ofMinutes(1));

            holds(new Payer(bank, ADA), ADAS_SPENDING, "250.00", "240.00");
        }
    }

    private static HttpCall archive(Sandbank bank, Payer payer, String account) {
        return payer.as(HttpCall.call(bank, "DELETE", "/core/accounts/" + account));
    }
}
