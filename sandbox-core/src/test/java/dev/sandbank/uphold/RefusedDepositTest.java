package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_ETHER;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SAVINGS;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.MALLORY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Sandbank;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What simulated deposits are held to. */
class RefusedDepositTest {

    @AutoClose
    private final Sandbank bank = DepositScene.start();

    private final DepositScene scene = new DepositScene(bank);

    @ParameterizedTest
    @CsvSource({"9.99, minimum-limit-not-met, 10", "5000.01, maximum-limit-exceeded, 5000"})
    void keepToTheLimits(String amount, String rule, int bound) {
        assertThat(scene.deposit("bank", DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), amount)))
                .hasStatus(409)
                .has("/code", "transaction_amount_invalid")
                .has("/details/context", "body")
                .has("/details/property", "amount")
                .has("/details/rule", rule)
                .has("/details/threshold/value", bound)
                .lacks("/details/limit");
    }

    @Test
    void goToADepositMethodOfTheUser() {
        ObjectNode body = DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        assertThat(scene.as(BRUNO, "bank", body)).hasStatus(404).has("/details/entity", "depositMethod");
        assertThat(scene.deposit("bank", body.deepCopy().put("reference", "SB00000000")))
                .hasStatus(404)
                .has("/details/entity", "depositMethod");

        bank.resource("depositMethods", "dm-savings").set("status", "processing");
        assertThat(scene.deposit("bank", body)).hasStatus(404).has("/details/entity", "depositMethod");
    }

    @Test
    void areInItsAsset() {
        ObjectNode body = DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");

        assertThat(scene.deposit("bank", body.put("asset", "GBP")))
                .hasStatus(409)
                .has("/code", "asset_not_supported")
                .has("/details/context", "body")
                .has("/details/property", "asset");
    }

    @Test
    void doNotComeFromWhereTheyGo() {
        JsonNode details = scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa");
        ObjectNode body = DepositScene.sepa(details, "20.00");
        body.putObject("remitter").set("iban", details.path("iban"));
        assertThat(scene.deposit("bank", body)).hasStatus(409).has("/code", "remitter_and_recipient_cannot_match");

        ObjectNode coins = DepositScene.coins(scene.details(DepositScene.BITCOIN, "crypto", "BTC", "bitcoin"), "0.25");
        coins.putObject("remitter").putArray("addresses").add(coins.path("address"));
        assertThat(scene.deposit("crypto", coins)).hasStatus(409).has("/code", "remitter_and_recipient_cannot_match");
    }

    @Test
    void comeFromAnIbanWithGoodCheckDigits() {
        ObjectNode body = DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        body.putObject("remitter").put("iban", "DE89370400440532013001");

        assertThat(scene.deposit("bank", body))
                .hasStatus(409)
                .has("/code", "invalid_number")
                .has("/details/property", "remitter.iban");
    }

    @Test
    void needARailThatTakesCoins() {
        ObjectNode body = DepositScene.coins(scene.details(DepositScene.BITCOIN, "crypto", "BTC", "bitcoin"), "0.25");
        assertThat(scene.deposit("crypto", body.deepCopy().put("network", "ethereum")))
                .hasStatus(404)
                .has("/details/entity", "rail");

        bank.resource("rails", "bitcoin").set("features", List.of("withdraw"));
        assertThat(scene.deposit("crypto", body))
                .hasStatus(409)
                .has("/code", "rail_feature_not_available")
                .has("/details/feature", "deposit");
    }

    @Test
    void goToAnAddressOfTheNetwork() {
        ObjectNode body = DepositScene.coins(scene.details(ADAS_ETHER, "crypto", "ETH", "ethereum"), "0.25");

        assertThat(scene.deposit("crypto", body.put("address", "0xsomewhere")))
                .hasStatus(409)
                .has("/code", "crypto_address_invalid")
                .has("/details/property", "address");
        assertThat(scene.deposit("crypto", body.put("address", "0x" + "0".repeat(40))))
                .hasStatus(404)
                .has("/details/entity", "depositMethod");
    }

    @Test
    void needTheReferenceOfTheNetwork() {
        ObjectNode body = DepositScene.coins(scene.details(ADAS_RIPPLES, "crypto", "XRP", "xrp-ledger"), "25");
        assertThat(scene.deposit("crypto", body)).hasStatus(202);

        assertThat(scene.deposit("crypto", body.without(List.of("reference"))))
                .hasStatus(409)
                .has("/code", "crypto_address_invalid")
                .has("/details/property", "reference");
    }

    @Test
    void ofCoinsComeFromOneAddressOfTheNetwork() {
        String one = "0x" + "1".repeat(40);
        ObjectNode body = DepositScene.coins(scene.details(ADAS_ETHER, "crypto", "ETH", "ethereum"), "0.25");
        body.putObject("remitter").putArray("addresses").add(one);
        assertThat(scene.deposit("crypto", body)).hasStatus(202).has("/cryptoDeposit/remitter/addresses/0", one);

        body.withArray("/remitter/addresses").add("0x" + "2".repeat(40));
        assertThat(scene.deposit("crypto", body))
                .hasStatus(409)
                .has("/details/property", "remitter.addresses")
                .has("/details/threshold/limit", 1);

        body.withArray("/remitter/addresses").removeAll().add("somewhere");
        assertThat(scene.deposit("crypto", body))
                .hasStatus(409)
                .has("/code", "crypto_address_invalid")
                .has("/details/property", "remitter.addresses")
                .lacks("/details/threshold");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"network\": \"sepa\", \"iban\": \"x\", \"asset\": \"EUR\", \"amount\": \"0.00\"}', amount, pattern",
        "'{\"network\": \"sepa\", \"asset\": \"EUR\", \"amount\": \"1\"}', iban, required",
        "'{\"network\": \"swift\", \"amount\": \"1\"}', network, enum",
        "'{\"network\": \"wire\", \"accountNumber\": \"12345\", \"amount\": \"1\", \"note\": \"x\"}', note, additionalProperties",
        "'{\"network\": \"rtp\", \"accountNumber\": \"00000\", \"amount\": \"1\"}', accountNumber, pattern",
        "'{\"network\": \"wire\", \"accountNumber\": \"12345\", \"amount\": \"1\", \"remitter\": {\"address1\": \"x\"}}', remitter.name, required"
    })
    void areSaidAsTheNetworkWants(String body, String property, String rule) {
        assertThat(scene.deposit("bank", body))
                .hasStatus(400)
                .has("/details/violations/0/property", property)
                .has("/details/violations/0/rule", rule);
    }

    @Test
    void areNotForABlockedUserOrForNobodyOrInProduction() {
        ObjectNode body = DepositScene.sepa(scene.details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        assertThat(scene.as(MALLORY, "bank", body)).hasStatus(409).has("/code", "operation-not-allowed");
        assertThat(post(bank, "/core/accounts/test-helpers/bank-deposits")
                        .bearer(bank.tokens().forClient("treasury"))
                        .json(body.toString()))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");

        String production = "extends: uphold\nsettings: {production: true}\n";
        try (Sandbank real = Sandbank.builder().fixtureText(production).start()) {
            assertThat(post(real, "/core/accounts/test-helpers/crypto-deposits")
                            .bearer(real.tokens().forClient("treasury"))
                            .onBehalfOf(ADA)
                            .json("{}"))
                    .hasStatus(404)
                    .has("/details/entity", "endpoint");
        }
    }
}
