package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_ETHER;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SAVINGS;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.testing.UpholdSeed.MALLORYS_DRAWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where money is sent so that it arrives on an account. */
class DepositMethodTest {

    private static final String US_INVOICES = "83b2f5c9-0a6e-4d17-9e48-f1c05d7a62b4";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @ParameterizedTest
    @CsvSource({
        ADAS_GIFTS + ", bank, EUR, sepa, bic iban reference",
        ADAS_GIFTS + ", bank, GBP, fps, sortCode accountNumber reference",
        ADAS_DOLLARS + ", bank, USD, ach, routingNumber accountNumber accountType",
        ADAS_DOLLARS + ", bank, USD, fednow, routingNumber accountNumber accountType"
    })
    void isAnAccountAtABank(String account, String type, String asset, String network, String members) {
        Answer made = setUp(account, type, asset, network).send();

        String[] all = ("network asset beneficiary bankName bankAddress " + members).split(" ", -1);
        assertThat(made)
                .hasStatus(201)
                .wasAllowed()
                .hasMembersOnly("/depositMethod", "type", "status", "details")
                .has("/depositMethod/type", "bank")
                .has("/depositMethod/status", "ok")
                .hasMembersOnly("/depositMethod/details", all)
                .has("/depositMethod/details/beneficiary", "Ada Byron");
        assertThat(setUp(account, type, asset, network)).hasStatus(200).hasBody(made.body());
        assertThat(get(account, type, asset, network)).hasStatus(200).hasBody(made.body());
    }

    @ParameterizedTest
    @CsvSource({
        ADAS_BITCOIN + ", BTC, bitcoin, native-segwit, address addressFormats",
        ADAS_ETHER + ", ETH, ethereum, pubkey-hash, address addressFormats",
        ADAS_RIPPLES + ", XRP, xrp-ledger, pubkey-hash, address addressFormats reference",
        ADAS_GIFTS + ", XLM, stellar, pubkey-hash, address addressFormats reference"
    })
    void isAnAddressOfItsNetwork(String account, String asset, String network, String format, String members) {
        Answer made = setUp(account, "crypto", asset, network).send();

        assertThat(made)
                .hasStatus(201)
                .hasMembersOnly("/depositMethod/details", ("network asset " + members).split(" ", -1))
                .has("/depositMethod/details/addressFormats/0/format", format)
                .has("/depositMethod/details/addressFormats/0/value", made.text("/depositMethod/details/address"));
        String form = bank.resource("rails", network).get("addresses").toString();
        assertThat(made.text("/depositMethod/details/address")).matches(form);
    }

    @Test
    void isNotThereBeforeItIsSetUp() {
        assertThat(get(ADAS_GIFTS, "bank", "EUR", "sepa"))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "depositMethod");
    }

    @Test
    void isProcessingAsLongAsTheFixtureSays() {
        assertThat(get(ADAS_POUNDS, "bank", "GBP", "fps"))
                .hasStatus(200)
                .has("/depositMethod/status", "processing")
                .lacks("/depositMethod/details");

        bank.resource("depositMethods", "dm-pounds").set("status", "failed");
        assertThat(setUp(ADAS_POUNDS, "bank", "GBP", "fps"))
                .hasStatus(200)
                .has("/depositMethod/status", "failed")
                .lacks("/depositMethod/details");
    }

    @Test
    void isReadyAfterItsDelay() {
        String fixture = """
                bank: uphold
                extends: uphold
                clock: 2031-03-03T09:00:00Z
                settings: {depositMethodDelay: PT1M}
                """;
        try (Sandbank slow = Sandbank.builder().fixtureText(fixture).start()) {
            HttpCall setUp = ask(slow, ADA, "PUT", ADAS_GIFTS, "bank", "EUR", "sepa");
            assertThat(setUp).hasStatus(201).has("/depositMethod/status", "processing");

            slow.clock().advance(Duration.ofSeconds(59));
            assertThat(setUp).hasStatus(200).has("/depositMethod/status", "processing");

            slow.clock().advance(Duration.ofSeconds(1));
            assertThat(ask(slow, ADA, "GET", ADAS_GIFTS, "bank", "EUR", "sepa")).has("/depositMethod/status", "ok");
        }
    }

    @Test
    void goesWithItsAccount() {
        setUp(ADAS_EMPTY, "bank", "EUR", "sepa").send();

        assertThat(call(bank, "DELETE", "/core/accounts/" + ADAS_EMPTY)
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(ADA))
                .hasStatus(204);

        Sandbank.builder().fixtureText(bank.export()).start().close();
    }

    @ParameterizedTest
    @CsvSource({"GET, EUR, ach", "PUT, EUR, ach", "PUT, USD, nowhere"})
    void needsARailForAssetAndNetwork(String method, String asset, String network) {
        assertThat(ask(bank, ADA, method, ADAS_GIFTS, "bank", asset, network))
                .hasStatus(404)
                .has("/details/entity", "rail");
        assertThat(ask(bank, ADA, method, BRUNOS_CONTA, "bank", "EUR", "ach"))
                .hasStatus(404)
                .has("/details/entity", "account");
    }

    @Test
    void needsARailThatTakesDeposits() {
        assertThat(setUp(ADAS_DOLLARS, "bank", "USD", "rtp"))
                .hasStatus(409)
                .has("/code", "rail_feature_not_available")
                .has("/details/feature", "deposit");
    }

    @ParameterizedTest
    @CsvSource({"transfer, buy", "buy, transfer"})
    void needsAnAssetThatCanBeBought(String has, String lacks) {
        bank.resource("assets", "EUR").set("features", List.of(has));

        assertThat(setUp(ADAS_GIFTS, "bank", "EUR", "sepa")).hasStatus(201);
        assertThat(setUp(ADAS_GIFTS, "bank", "GBP", "fps"))
                .hasStatus(409)
                .has("/code", "asset_feature_not_available")
                .has("/details/context", "path")
                .has("/details/property", "accountId")
                .has("/details/feature", lacks);
    }

    @Test
    void isForTheDefaultAccountWhereTheRailSaysSo() {
        assertThat(setUp(US_INVOICES, "bank", "USD", "ach"))
                .hasStatus(409)
                .has("/code", "rail_constraint_violated")
                .has("/details/rule", "allowed-deposit-accounts");
    }

    @ParameterizedTest
    @CsvSource({"deposits, bank", "bank-deposits, bank", "deposits, crypto", "crypto-deposits, crypto"})
    void needsACapableUser(String capability, String type) {
        Map<String, Object> lacking = Map.of("code", capability, "restrictions", List.of("temporarily-disabled"));
        bank.resource("users", ADA).set("capabilities", List.of(lacking));

        assertThat(
                        type.equals("bank")
                                ? get(ADAS_SAVINGS, "bank", "EUR", "sepa")
                                : setUp(ADAS_BITCOIN, "crypto", "BTC", "bitcoin"))
                .hasStatus(409)
                .has("/code", "user_capability_failure")
                .has("/details/capability/code", capability);
    }

    @ParameterizedTest
    @CsvSource({"type, cash, enum", "type, '', enum", "asset, '', minLength", "network, '', minLength"})
    void asksForTypeAssetAndNetwork(String parameter, String value, String rule) {
        String path = "/core/accounts/" + ADAS_GIFTS + "/deposit-method";
        String query = "?type=bank&asset=EUR&network=sepa";

        Answer refused = as(
                        bank,
                        ADA,
                        call(bank, "PUT", path + query.replaceAll(parameter + "=[a-zA-Z]+", parameter + "=" + value)))
                .send();
        assertThat(refused)
                .hasStatus(400)
                .has("/details/context", "query")
                .has("/details/violations/0/property", parameter)
                .has("/details/violations/0/rule", rule);
        assertThat(as(bank, ADA, call(bank, "GET", path))).hasStatus(400).has("/details/violations/0/rule", "required");
    }

    @Test
    void isNotSetUpForABlockedUserOrForNobody() {
        assertThat(ask(bank, MALLORY, "PUT", MALLORYS_DRAWER, "bank", "USD", "wire"))
                .hasStatus(409)
                .has("/code", "operation-not-allowed");
        assertThat(call(bank, "GET", "/core/accounts/" + ADAS_GIFTS + "/deposit-method")
                        .bearer(bank.tokens().forClient("treasury")))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
    }

    private HttpCall setUp(String account, String type, String asset, String network) {
        return ask(bank, ADA, "PUT", account, type, asset, network);
    }

    private HttpCall get(String account, String type, String asset, String network) {
        return ask(bank, ADA, "GET", account, type, asset, network);
    }

    private static HttpCall ask(
            Sandbank bank, String user, String method, String account, String type, String asset, String network) {
        String query = "?type=" + type + "&asset=" + asset + "&network=" + network;
        return as(bank, user, call(bank, method, "/core/accounts/" + account + "/deposit-method" + query));
    }

    private static HttpCall as(Sandbank bank, String user, HttpCall call) {
        return call.bearer(bank.tokens().forClient("treasury")).onBehalfOf(user);
    }
}
