package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.crypto;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.validate-network-address}: tells beforehand what a quote would say of an address. */
class AddressValidationTest {

    private static final String RIPPLE = "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh";
    private static final String BITCOIN = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
    private static final String STELLAR = "G" + "A".repeat(55);

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private static HttpCall validate(Sandbank bank, String network, String body) {
        return post(bank, "/core/networks/" + network + "/validate-address")
                .bearer(bank.tokens().forClient("no-scopes"))
                .json(body);
    }

    private HttpCall validate(String network, String address, String reference) {
        String more = reference == null ? "" : ", \"reference\": \"" + reference + "\"";
        return validate(bank, network, "{\"address\": \"" + address + "\"" + more + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "bitcoin," + BITCOIN + ",",
        "bitcoin," + BITCOIN + ",counts for nothing",
        "xrp-ledger," + RIPPLE + ",0",
        "xrp-ledger," + RIPPLE + ",4294967295"
    })
    void takesWhatTheNetworkTakes(String network, String address, String reference) {
        assertThat(validate(network, address, reference))
                .hasStatus(200)
                .wasAllowed()
                .hasBody("{\"isValid\": true}");
    }

    @Test
    void needsNoMemoAtStellar() {
        assertThat(validate("stellar", STELLAR, null)).hasBody("{\"isValid\": true}");
        assertThat(validate("stellar", STELLAR, "é".repeat(14))).hasBody("{\"isValid\": true}");
    }

    @Test
    void tellsOfAnAddressThatIsNone() {
        assertThat(validate("xrp-ledger", "nobody", null)).hasStatus(200).hasBody("""
                {"isValid": false, "error": {"code": "address_invalid", "message": "The crypto address is invalid"}}
                """);
    }

    @Test
    void tellsOfAReferenceThatIsMissing() {
        assertThat(validate("xrp-ledger", RIPPLE, null)).hasStatus(200).hasBody("""
                {"isValid": false, "error": {"code": "reference_missing",
                 "message": "The crypto address reference is missing", "details": {"rule": "required"}}}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "-1", "1.0", "01", "ten"})
    void tellsOfADestinationTagThatIsNone(String tag) {
        assertThat(validate("xrp-ledger", RIPPLE, tag)).hasStatus(200).hasBody("""
                {"isValid": false, "error": {"code": "reference_invalid",
                 "message": "The crypto address reference is invalid",
                 "details": {"rule": "range", "min": 0, "max": 4294967295}}}
                """);
    }

    @Test
    void tellsOfAMemoThatIsTooLong() {
        assertThat(validate("stellar", STELLAR, "é".repeat(14) + "x")).hasBody("""
                {"isValid": false, "error": {"code": "reference_invalid",
                 "message": "The crypto address reference is invalid",
                 "details": {"rule": "byteLength", "expected": 28, "actual": 29}}}
                """);
    }

    @Test
    void isAboutKnownNetworksOfCoins() {
        assertThat(validate("nowhere", RIPPLE, null)).hasStatus(404).has("/details/entity", "network");
        assertThat(validate("sepa", RIPPLE, null))
                .hasStatus(409)
                .has("/code", "operation_not_allowed")
                .lacks("/details")
                .wasRefusedAt("rules", "network-without-addresses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"address\": \"\"}",
                "{\"address\": \" x\"}",
                "{\"address\": 7}",
                "{\"address\": \"x\", \"reference\": \"\"}",
                "{\"address\": \"x\", \"reference\": \"y \"}"
            })
    void refusesContentThatIsNotWellFormed(String body) {
        assertThat(validate(bank, "bitcoin", body))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "body");
    }

    @Test
    void isNothingForABlockedUser() {
        assertThat(post(bank, "/core/networks/nowhere/validate-address")
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(MALLORY)
                        .json("{}"))
                .hasStatus(409)
                .has("/code", "operation-not-allowed")
                .wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);
    }

    @Nested
    class ByTheNetworkItself {

        @AutoClose
        private final Sandbank strict = Sandbank.builder().fixtureText("""
                extends: uphold
                networks:
                  - {id: bitcoin, type: crypto, addresses: "[a-z]+"}
                  - {id: lightning, type: crypto, addresses: "e[0-9]", reference: memo}
                rails:
                  - {id: bitcoin, network: bitcoin, asset: BTC}
                  - {id: wrapped, network: bitcoin, asset: ETH, addresses: "[0-9]+", referenceRequired: true, reference: memo}
                """).start();

        private final Payer ada = new Payer(strict, ADA);

        @Test
        void isEnoughForOneOfItsRails() {
            assertThat(validate(strict, "bitcoin", "{\"address\": \"abc\"}")).has("/isValid", "true");
            assertThat(validate(strict, "bitcoin", "{\"address\": \"123\"}")).has("/error/code", "reference_missing");
            assertThat(validate(strict, "bitcoin", "{\"address\": \"123\", \"reference\": \"x\"}"))
                    .has("/isValid", "true");
            assertThat(validate(strict, "bitcoin", "{\"address\": \"ABC\"}")).has("/error/code", "address_invalid");
        }

        @Test
        void saysItWhereNoRailDoes() {
            assertThat(validate(strict, "lightning", "{\"address\": \"e1\"}")).has("/isValid", "true");
            assertThat(validate(strict, "lightning", "{\"address\": \"0x1\"}")).has("/error/code", "address_invalid");
            assertThat(validate(
                            strict, "lightning", "{\"address\": \"e1\", \"reference\": \"" + "x".repeat(29) + "\"}"))
                    .has("/error/details/actual", 29);
        }

        @Test
        void decidesAboutQuotesAsWell() {
            assertThat(ada.quote(account(ADAS_BITCOIN), crypto("BTC", "bitcoin", "abc", ""), amount("BTC", "0.001")))
                    .hasStatus(201);
            assertThat(ada.quote(account(ADAS_BITCOIN), crypto("BTC", "bitcoin", "123", ""), amount("BTC", "0.001")))
                    .hasStatus(409)
                    .has("/code", "crypto_address_invalid")
                    .has("/details/property", "destination.address");
            assertThat(ada.quote(account(ADAS_RIPPLES), crypto("ETH", "bitcoin", "123", ""), amount("XRP", "1")))
                    .has("/code", "crypto_address_invalid")
                    .has("/details/property", "destination.reference");
        }
    }
}
