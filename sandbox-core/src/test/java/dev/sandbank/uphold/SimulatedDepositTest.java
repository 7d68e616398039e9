package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SAVINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deposits that a test simulates: what is sent to a deposit method arrives. */
class SimulatedDepositTest {

    @AutoClose
    private final Sandbank bank = DepositScene.start();

    private final DepositScene scene = new DepositScene(bank);
    private final Payer ada = new Payer(bank, ADA);

    @Test
    void arriveAsATransaction() {
        JsonNode details = scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa");

        assertThat(scene.deposit("bank", DepositScene.sepa(details, "75.50")))
                .hasStatus(202)
                .wasAllowed()
                .hasMembersOnly("/bankDeposit", "network", "iban", "asset", "amount", "reference", "remitter")
                .has("/bankDeposit/iban", details.path("iban").asText())
                .has("/bankDeposit/amount", "75.50")
                .hasMembersOnly("/bankDeposit/remitter", "name", "bic", "iban")
                .has("/bankDeposit/remitter/name", "Ada Byron");

        Answer under = scene.newest();
        assertThat(under)
                .has("/transactions/0/status", "processing")
                .has("/transactions/0/origin/node/type", "bank-address")
                .has("/transactions/0/origin/node/network", "sepa")
                .has("/transactions/0/origin/amount", "75.50")
                .has("/transactions/0/destination/node/id", ADAS_SAVINGS)
                .has("/transactions/0/denomination/target", "origin");
        SettlementScene.holds(ada, ADAS_SAVINGS, "5000.00", "5000.00");

        bank.clock().advance(Duration.ofSeconds(10));
        assertThat(scene.newest())
                .has("/transactions/0/status", "completed")
                .has("/transactions/0/completedAt", "2031-03-03T09:00:10.000Z");
        SettlementScene.holds(ada, ADAS_SAVINGS, "5075.50", "5075.50");
    }

    @Test
    void arriveOnTheDefaultAccountWithoutTheReference() {
        ObjectNode body = DepositScene.sepa(scene.details(ADAS_GIFTS, "bank", "EUR", "sepa"), "20.00");

        scene.deposit("bank", body).send();
        assertThat(scene.newest()).has("/transactions/0/destination/node/id", ADAS_GIFTS);

        bank.clock().advance(Duration.ofSeconds(1));
        scene.deposit("bank", body.without(List.of("reference"))).send();
        assertThat(scene.newest()).has("/transactions/0/destination/node/id", ADAS_SAVINGS);
    }

    @ParameterizedTest
    @CsvSource({
        "fps, GBP, sortCode accountNumber reference, name sortCode accountNumber",
        "ach, USD, routingNumber accountNumber, name routingNumber accountNumber secCode transactionType serviceType",
        "fednow, USD, accountNumber, name routingNumber accountNumber",
        "wire, USD, accountNumber, name"
    })
    void comeFromAnAccountElsewhere(String network, String asset, String members, String remitter) {
        JsonNode details = scene.details(ADAS_DOLLARS, "bank", asset, network);
        ObjectNode body = DepositScene.body().put("network", network).put("amount", "40.00");
        List.of(members.split(" ", -1)).forEach(member -> body.set(member, details.path(member)));
        if (network.equals("fps")) {
            body.put("asset", asset);
        }

        assertThat(scene.deposit("bank", body))
                .hasStatus(202)
                .has("/bankDeposit/asset", asset)
                .hasMembersOnly("/bankDeposit/remitter", remitter.split(" ", -1));
        assertThat(scene.newest()).has("/transactions/0/destination/node/id", ADAS_DOLLARS);
    }

    @Test
    void comeFromWhomACallSays() {
        ObjectNode body = DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        body.putObject("remitter").put("name", "Grace Hopper").put("iban", "DE89370400440532013000");

        assertThat(scene.deposit("bank", body))
                .hasStatus(202)
                .has("/bankDeposit/remitter/name", "Grace Hopper")
                .has("/bankDeposit/remitter/iban", "DE89370400440532013000");
    }

    @Test
    void areBoughtForAnAccountInAnotherAsset() {
        JsonNode details = scene.details(ADAS_GIFTS, "bank", "GBP", "fps");
        ObjectNode body =
                DepositScene.body().put("network", "fps").put("asset", "GBP").put("amount", "100.00");
        List.of("sortCode", "accountNumber", "reference").forEach(member -> body.set(member, details.path(member)));

        assertThat(scene.deposit("bank", body)).hasStatus(202);

        bank.clock().advance(Duration.ofSeconds(10));
        SettlementScene.holds(ada, ADAS_GIFTS, "136.00", "136.00");
    }

    @Test
    void areOfCoinsToo() {
        JsonNode details = scene.details(DepositScene.BITCOIN, "crypto", "BTC", "bitcoin");
        ObjectNode body = DepositScene.coins(details, "0.25");

        assertThat(scene.deposit("crypto", body))
                .hasStatus(202)
                .wasAllowed()
                .hasBody("{\"cryptoDeposit\": " + body + "}");

        assertThat(scene.newest())
                .has("/transactions/0/origin/node/type", "crypto-address")
                .has("/transactions/0/origin/node/network", "bitcoin")
                .has("/transactions/0/origin/node/execution/mode", "simulated");
        bank.clock().advance(Duration.ofSeconds(10));
        SettlementScene.holds(ada, DepositScene.BITCOIN, "1.25", "1.25");
    }

    @Test
    void canFailAsOtherTransactionsDo() {
        scene.deposit("bank", DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "13.01"))
                .send();

        bank.clock().advance(Duration.ofSeconds(10));
        assertThat(scene.newest())
                .has("/transactions/0/status", "failed")
                .has("/transactions/0/statusDetails/reason", "insufficient-funds");
        SettlementScene.holds(ada, ADAS_SAVINGS, "5000.00", "5000.00");
    }

    @Test
    void areExportedWhileTheyAreUnderWay() {
        scene.deposit("bank", DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00"))
                .send();

        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            copy.clock().advance(Duration.ofSeconds(10));

            SettlementScene.holds(new Payer(copy, ADA), ADAS_SAVINGS, "5020.00", "5020.00");
        }
    }
}
