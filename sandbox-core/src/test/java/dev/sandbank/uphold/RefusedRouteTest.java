package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_LOST_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.ADAS_US_BANK;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.apm;
import static dev.sandbank.uphold.Payer.crypto;
import static dev.sandbank.uphold.Payer.external;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends between which nothing can move: accounts, external accounts, payment methods and crypto addresses. */
class RefusedRouteTest {

    private static final String BITCOIN_ADDRESS = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

    private static final String RIPPLE_ADDRESS = "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh";

    private static final String TEN = amount("EUR", "10.00");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Payer ada = new Payer(bank, ADA);

    @Test
    void hasAnAccountAtOneEnd() {
        node(ada.quote(external(ADAS_CARD), external(ADAS_BANK), TEN));
        node(ada.quote(apm("paypal"), apm("paypal"), TEN));
        node(ada.quote(external(ADAS_CARD), crypto("BTC", "bitcoin", BITCOIN_ADDRESS, ""), TEN));
        node(ada.quote(account(ADAS_SPENDING), account(ADAS_SPENDING), TEN));
    }

    @Test
    void hasAnExternalAccountThatCanDoIt() {
        node(ada.quote(external(ADAS_LOST_CARD), account(ADAS_SPENDING), TEN))
                .has("/message", "The origin external account is blocked");
        node(ada.quote(external(ADAS_US_BANK), account(ADAS_DOLLARS), amount("USD", "1")))
                .has("/message", "The origin external account lacks 'deposit' feature");
        node(ada.quote(
                        account(ADAS_POUNDS),
                        external(ADAS_BANK).replace("}", ",\"network\":\"wire\"}"),
                        amount("GBP", "1")))
                .has("/message", "The destination external account does not support the specified network");
        assertThat(ada.quote(
                        account(ADAS_POUNDS),
                        external(ADAS_BANK).replace("}", ",\"network\":\"fps\"}"),
                        amount("GBP", "1")))
                .hasStatus(201)
                .has("/quote/destination/node/network", "fps");
    }

    @Test
    void movesOnlyMoneyByPaymentMethods() {
        node(ada.quote(account(ADAS_BITCOIN), apm("paypal"), amount("BTC", "0.001")));
    }

    private static AnswerAssert node(HttpCall quote) {
        return assertThat(quote)
                .hasStatus(409)
                .has("/code", "transaction_node_invalid")
                .lacks("/details")
                .wasRefusedAt("rules", "node-unfit");
    }

    @Test
    void goesOnlyWhereSomethingCanBeWithdrawnTo() {
        node(ada.quote(account(ADAS_BITCOIN), crypto("BTC", "lightning", BITCOIN_ADDRESS, ""), TEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nobody                             | ,\"reference\":\"1\"          | destination.address",
                RIPPLE_ADDRESS + "                  |                               | destination.reference",
                RIPPLE_ADDRESS + "                  | ,\"reference\":\"x\"          | destination.reference",
                RIPPLE_ADDRESS + "                  | ,\"reference\":\"4294967296\" | destination.reference"
            })
    void hasAnAddressThatCanBeOne(String address, String more, String property) {
        assertThat(ada.quote(
                        account(ADAS_RIPPLES),
                        crypto("XRP", "xrp-ledger", address, more == null ? "" : more),
                        amount("XRP", "1")))
                .hasStatus(409)
                .has("/code", "crypto_address_invalid")
                .has("/details/context", "body")
                .has("/details/property", property);
    }

    @Test
    void mayHaveAReferenceThatCountsForNothingWhereThereAreNone() {
        assertThat(ada.quote(
                        account(ADAS_RIPPLES),
                        crypto("XRP", "xrp-ledger", RIPPLE_ADDRESS, ",\"reference\":\"4294967295\""),
                        amount("XRP", "1")))
                .hasStatus(201)
                .has("/quote/destination/node/reference", "4294967295");
        assertThat(ada.quote(
                        account(ADAS_BITCOIN),
                        crypto("BTC", "bitcoin", BITCOIN_ADDRESS, ",\"reference\":\"1\""),
                        amount("BTC", "0.001")))
                .hasStatus(201);
    }
}
