package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_ETHER;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SAVINGS;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deposits that a test simulates: what is sent to a deposit method arrives. */
class SimulatedDepositTest {

    private static final String LONG_TERM_BITCOIN = "5a1e8f37-62d0-4c9b-a3e4-b80f7c25d961";

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText("""
            bank: uphold
            extends: uphold
            clock: 2031-03-03T09:00:00Z
            limits: [{id: deposits, on: [deposit], asset: EUR, minimum: "10.00", maximum: "5000.00"}]
            """).start();

    private final Payer ada = new Payer(bank, ADA);

    @Test
    void arriveAsATransaction() {
        JsonNode details = details(ADAS_SAVINGS, "bank", "EUR", "sepa");

        assertThat(deposit("bank", sepa(details, "75.50")))
                .hasStatus(202)
                .wasAllowed()
                .hasMembersOnly("/bankDeposit", "network", "iban", "asset", "amount", "reference", "remitter")
                .has("/bankDeposit/iban", details.path("iban").asText())
                .has("/bankDeposit/amount", "75.50")
                .hasMembersOnly("/bankDeposit/remitter", "name", "bic", "iban")
                .has("/bankDeposit/remitter/name", "Ada Byron");

        Answer under = newest();
        assertThat(under)
                .has("/transactions/0/status", "processing")
                .has("/transactions/0/origin/node/type", "bank-address")
                .has("/transactions/0/origin/node/network", "sepa")
                .has("/transactions/0/origin/amount", "75.50")
                .has("/transactions/0/destination/node/id", ADAS_SAVINGS)
                .has("/transactions/0/denomination/target", "origin");
        SettlementScene.holds(ada, ADAS_SAVINGS, "5000.00", "5000.00");

        bank.clock().advance(Duration.ofSeconds(10));
        assertThat(newest())
                .has("/transactions/0/status", "completed")
                .has("/transactions/0/completedAt", "2031-03-03T09:00:10.000Z");
        SettlementScene.holds(ada, ADAS_SAVINGS, "5075.50", "5075.50");
    }

    @Test
    void arriveOnTheDefaultAccountWithoutTheReference() {
        ObjectNode body = sepa(details(ADAS_GIFTS, "bank", "EUR", "sepa"), "20.00");

        deposit("bank", body).send();
        assertThat(newest()).has("/transactions/0/destination/node/id", ADAS_GIFTS);

        bank.clock().advance(Duration.ofSeconds(1));
        deposit("bank", body.without(List.of("reference"))).send();
        assertThat(newest()).has("/transactions/0/destination/node/id", ADAS_SAVINGS);
    }

    @ParameterizedTest
    @CsvSource({
        "fps, GBP, sortCode accountNumber reference, name sortCode accountNumber",
        "ach, USD, routingNumber accountNumber, name routingNumber accountNumber secCode transactionType serviceType",
        "fednow, USD, accountNumber, name routingNumber accountNumber",
        "wire, USD, accountNumber, name"
    })
    void comeFromAnAccountElsewhere(String network, String asset, String members, String remitter) {
        JsonNode details = details(ADAS_DOLLARS, "bank", asset, network);
        ObjectNode body = body().put("network", network).put("amount", "40.00");
        List.of(members.split(" ", -1)).forEach(member -> body.set(member, details.path(member)));
        if (network.equals("fps")) {
            body.put("asset", asset);
        }

        assertThat(deposit("bank", body))
                .hasStatus(202)
                .has("/bankDeposit/asset", asset)
                .hasMembersOnly("/bankDeposit/remitter", remitter.split(" ", -1));
        assertThat(newest()).has("/transactions/0/destination/node/id", ADAS_DOLLARS);
    }

    @Test
    void comeFromWhomACallSays() {
        ObjectNode body = sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        body.putObject("remitter").put("name", "Grace Hopper").put("iban", "DE89370400440532013000");

        assertThat(deposit("bank", body))
                .hasStatus(202)
                .has("/bankDeposit/remitter/name", "Grace Hopper")
                .has("/bankDeposit/remitter/iban", "DE89370400440532013000");
    }

    @Test
    void areBoughtForAnAccountInAnotherAsset() {
        JsonNode details = details(ADAS_GIFTS, "bank", "GBP", "fps");
        ObjectNode body = body().put("network", "fps").put("asset", "GBP").put("amount", "100.00");
        List.of("sortCode", "accountNumber", "reference").forEach(member -> body.set(member, details.path(member)));

        assertThat(deposit("bank", body)).hasStatus(202);

        bank.clock().advance(Duration.ofSeconds(10));
        SettlementScene.holds(ada, ADAS_GIFTS, "136.00", "136.00");
    }

    @Test
    void areOfCoinsToo() {
        JsonNode details = details(LONG_TERM_BITCOIN, "crypto", "BTC", "bitcoin");
        ObjectNode body = coins(details, "0.25");

        assertThat(deposit("crypto", body)).hasStatus(202).wasAllowed().hasBody("{\"cryptoDeposit\": " + body + "}");

        assertThat(newest())
                .has("/transactions/0/origin/node/type", "crypto-address")
                .has("/transactions/0/origin/node/network", "bitcoin")
                .has("/transactions/0/origin/node/execution/mode", "simulated");
        bank.clock().advance(Duration.ofSeconds(10));
        SettlementScene.holds(ada, LONG_TERM_BITCOIN, "1.25", "1.25");
    }

    @Test
    void canFailAsOtherTransactionsDo() {
        deposit("bank", sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "13.01"))
                .send();

        bank.clock().advance(Duration.ofSeconds(10));
        assertThat(newest())
                .has("/transactions/0/status", "failed")
                .has("/transactions/0/statusDetails/reason", "insufficient-funds");
        SettlementScene.holds(ada, ADAS_SAVINGS, "5000.00", "5000.00");
    }

    @ParameterizedTest
    @CsvSource({"9.99, minimum-limit-not-met, 10", "5000.01, maximum-limit-exceeded, 5000"})
    void keepToTheLimits(String amount, String rule, int bound) {
        assertThat(deposit("bank", sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), amount)))
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
        ObjectNode body = sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        assertThat(as(BRUNO, "bank", body)).hasStatus(404).has("/details/entity", "depositMethod");
        assertThat(deposit("bank", body.deepCopy().put("reference", "SB00000000")))
                .hasStatus(404)
                .has("/details/entity", "depositMethod");

        bank.resource("depositMethods", "dm-savings").set("status", "processing");
        assertThat(deposit("bank", body)).hasStatus(404).has("/details/entity", "depositMethod");
    }

    @Test
    void areInItsAsset() {
        ObjectNode body = sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");

        assertThat(deposit("bank", body.put("asset", "GBP")))
                .hasStatus(409)
                .has("/code", "asset_not_supported")
                .has("/details/context", "body")
                .has("/details/property", "asset");
    }

    @Test
    void doNotComeFromWhereTheyGo() {
        JsonNode details = details(ADAS_SAVINGS, "bank", "EUR", "sepa");
        ObjectNode body = sepa(details, "20.00");
        body.putObject("remitter").set("iban", details.path("iban"));
        assertThat(deposit("bank", body)).hasStatus(409).has("/code", "remitter_and_recipient_cannot_match");

        ObjectNode coins = coins(details(LONG_TERM_BITCOIN, "crypto", "BTC", "bitcoin"), "0.25");
        coins.putObject("remitter").putArray("addresses").add(coins.path("address"));
        assertThat(deposit("crypto", coins)).hasStatus(409).has("/code", "remitter_and_recipient_cannot_match");
    }

    @Test
    void comeFromAnIbanWithGoodCheckDigits() {
        ObjectNode body = sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        body.putObject("remitter").put("iban", "DE89370400440532013001");

        assertThat(deposit("bank", body))
                .hasStatus(409)
                .has("/code", "invalid_number")
                .has("/details/property", "remitter.iban");
    }

    @Test
    void needARailThatTakesCoins() {
        ObjectNode body = coins(details(LONG_TERM_BITCOIN, "crypto", "BTC", "bitcoin"), "0.25");
        assertThat(deposit("crypto", body.deepCopy().put("network", "ethereum")))
                .hasStatus(404)
                .has("/details/entity", "rail");

        bank.resource("rails", "bitcoin").set("features", List.of("withdraw"));
        assertThat(deposit("crypto", body))
                .hasStatus(409)
                .has("/code", "rail_feature_not_available")
                .has("/details/feature", "deposit");
    }

    @Test
    void goToAnAddressOfTheNetwork() {
        ObjectNode body = coins(details(ADAS_ETHER, "crypto", "ETH", "ethereum"), "0.25");

        assertThat(deposit("crypto", body.put("address", "0xsomewhere")))
                .hasStatus(409)
                .has("/code", "crypto_address_invalid")
                .has("/details/property", "address");
        assertThat(deposit("crypto", body.put("address", "0x" + "0".repeat(40))))
                .hasStatus(404)
                .has("/details/entity", "depositMethod");
    }

    @Test
    void needTheReferenceOfTheNetwork() {
        ObjectNode body = coins(details(ADAS_RIPPLES, "crypto", "XRP", "xrp-ledger"), "25");
        assertThat(deposit("crypto", body)).hasStatus(202);

        assertThat(deposit("crypto", body.without(List.of("reference"))))
                .hasStatus(409)
                .has("/code", "crypto_address_invalid")
                .has("/details/property", "reference");
    }

    @Test
    void ofCoinsComeFromOneAddressOfTheNetwork() {
        String one = "0x" + "1".repeat(40);
        ObjectNode body = coins(details(ADAS_ETHER, "crypto", "ETH", "ethereum"), "0.25");
        body.putObject("remitter").putArray("addresses").add(one);
        assertThat(deposit("crypto", body)).hasStatus(202).has("/cryptoDeposit/remitter/addresses/0", one);

        body.withArray("/remitter/addresses").add("0x" + "2".repeat(40));
        assertThat(deposit("crypto", body))
                .hasStatus(409)
                .has("/details/property", "remitter.addresses")
                .has("/details/threshold/limit", 1);

        body.withArray("/remitter/addresses").removeAll().add("somewhere");
        assertThat(deposit("crypto", body))
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
        assertThat(deposit("bank", body))
                .hasStatus(400)
                .has("/details/violations/0/property", property)
                .has("/details/violations/0/rule", rule);
    }

    @Test
    void areNotForABlockedUserOrForNobodyOrInProduction() {
        ObjectNode body = sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00");
        assertThat(as(MALLORY, "bank", body)).hasStatus(409).has("/code", "operation-not-allowed");
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

    @Test
    void areExportedWhileTheyAreUnderWay() {
        deposit("bank", sepa(details(ADAS_SAVINGS, "bank", "EUR", "sepa"), "20.00"))
                .send();

        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            copy.clock().advance(Duration.ofSeconds(10));

            SettlementScene.holds(new Payer(copy, ADA), ADAS_SAVINGS, "5020.00", "5020.00");
        }
    }

    /** Where the money goes: set up if it is not. */
    private JsonNode details(String account, String type, String asset, String network) {
        String query = "?type=" + type + "&asset=" + asset + "&network=" + network;
        return call(bank, "PUT", "/core/accounts/" + account + "/deposit-method" + query)
                .bearer(bank.tokens().forClient("treasury"))
                .onBehalfOf(ADA)
                .send()
                .at("/depositMethod/details");
    }

    private static ObjectNode body() {
        return (ObjectNode) Answer.parse("{}");
    }

    private static ObjectNode sepa(JsonNode details, String amount) {
        ObjectNode body = body().put("network", "sepa").put("asset", "EUR").put("amount", amount);
        body.set("iban", details.path("iban"));
        body.set("reference", details.path("reference"));
        return body;
    }

    private static ObjectNode coins(JsonNode details, String amount) {
        ObjectNode body = body().put("amount", amount);
        for (String member : List.of("network", "asset", "address", "reference")) {
            if (details.has(member)) {
                body.set(member, details.path(member));
            }
        }
        return body;
    }

    private HttpCall deposit(String kind, Object body) {
        return as(ADA, kind, body);
    }

    private HttpCall as(String user, String kind, Object body) {
        return post(bank, "/core/accounts/test-helpers/" + kind + "-deposits")
                .bearer(bank.tokens().forClient("treasury"))
                .onBehalfOf(user)
                .json(body.toString());
    }

    private Answer newest() {
        return ada.as(get(bank, "/core/transactions?perPage=1")).send();
    }
}
