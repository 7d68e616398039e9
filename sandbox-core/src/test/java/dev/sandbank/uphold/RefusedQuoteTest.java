package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_ETHER;
import static dev.sandbank.testing.UpholdSeed.ADAS_LOST_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SAVINGS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.ADAS_US_BANK;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_BANK;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Why there is no quote, in the order in which it is asked. */
class RefusedQuoteTest {

    private static final String BITCOIN_ADDRESS = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
    private static final String RIPPLE_ADDRESS = "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh";
    private static final String TEN = amount("EUR", "10.00");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Payer ada = new Payer(bank, ADA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                         | origin                | required",
                "{`origin`:{},`destination`:{},`denomination`:{}}           | origin.type           | required",
                "{`origin`:{`type`:`crypto-address`,`asset`:`BTC`,`network`:`bitcoin`,`address`:`x`},%D} | origin.type | enum",
                "{`origin`:{`type`:`bank-address`},%D}                      | origin.type           | enum",
                "{`origin`:{`type`:`account`},%D}                           | origin.id             | required",
                "{`origin`:{`type`:`account`,`id`:`me`},%D}                 | origin.id             | pattern",
                "{`origin`:{`type`:`apm`},%D}                               | origin.method         | required",
                "{`origin`:{`type`:`apm`,`method`:`cash`},%D}               | origin.method         | enum",
                "{%O,`destination`:{`type`:`crypto-address`},%A}            | destination.asset     | required",
                "{%O,`destination`:`account`,%A}                            | destination           | type",
                "{%O,%E,`denomination`:{`asset`:`EUR`}}                     | denomination.amount   | required",
                "{%O,%E,`denomination`:{`asset`:`EUR`,`amount`:10}}         | denomination.amount   | type",
                "{%O,%E,`denomination`:{`asset`:`EUR`,`amount`:`0.00`}}     | denomination.amount   | pattern",
                "{%O,%E,`denomination`:{`asset`:`EUR`,`amount`:`-1`}}       | denomination.amount   | pattern",
                "{%O,%E,`denomination`:{`asset`:`EUR`,`amount`:`1e3`}}      | denomination.amount   | pattern",
                "{%O,%E,`denomination`:{`asset`:`EUR`,`amount`:`1`,`target`:`both`}} | denomination.target | enum",
                "{%O,%E,%A,`ttl`:0}                                         | ttl                   | minimum",
                "{%O,%E,%A,`ttl`:1.5}                                       | ttl                   | type",
                "{%O,%E,%A,`ttl`:`30000`}                                   | ttl                   | type"
            })
    void tellsWhichMemberBreaksWhichRule(String body, String property, String rule) {
        String whole = body.replace("%D", "%E,%A")
                .replace("%O", "`origin`:" + account(ADAS_SPENDING))
                .replace("%E", "`destination`:" + account(ADAS_BITCOIN))
                .replace("%A", "`denomination`:" + TEN)
                .replace('`', '"');

        assertThat(raw(whole))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "body")
                .has("/details/violations/0/property", property)
                .has("/details/violations/0/rule", rule)
                .wasRefusedAt("input", "input-invalid");
    }

    private HttpCall raw(String body) {
        return ada.as(HttpCall.post(bank, "/core/transactions/quote")).json(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {BRUNOS_CONTA, UNKNOWN_ACCOUNT, ADAS_BANK})
    void knowsOnlyTheUsersOwnAccounts(String id) {
        assertThat(ada.quote(account(id), account(ADAS_SPENDING), TEN))
                .hasStatus(404)
                .hasBody(notFound("account", "origin", "The origin cannot be found"))
                .wasRefusedAt("resource", "resource-unknown");
        assertThat(ada.quote(account(ADAS_SPENDING), account(id), TEN))
                .hasStatus(404)
                .hasBody(notFound("account", "destination", "The destination cannot be found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {BRUNOS_BANK, UNKNOWN_ACCOUNT, ADAS_SPENDING})
    void knowsOnlyTheUsersOwnExternalAccounts(String id) {
        assertThat(ada.quote(account(ADAS_SPENDING), external(id), TEN))
                .hasStatus(404)
                .hasBody(notFound("account", "destination", "The destination cannot be found"));
        assertThat(ada.quote(external(id), account(ADAS_SPENDING), TEN)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOGE", "eur", "EUR "})
    void knowsNoOtherAssets(String asset) {
        assertThat(ada.quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), amount(asset, "1")))
                .hasStatus(404)
                .hasBody(notFound("asset", "denomination.asset", "There is no such asset"));
    }

    private static String notFound(String entity, String property, String message) {
        return """
                {"code": "entity_not_found", "message": "%s",
                 "details": {"entity": "%s", "context": "body", "property": "%s"}}
                """.formatted(message, entity, property);
    }

    @ParameterizedTest
    @CsvSource({"EUR,10.001,0.01", "JPY,0.5,1", "BTC,0.123456789,0.00000001"})
    void movesNoPartOfWhatCannotBeParted(String asset, String amount, String least) {
        assertThat(ada.quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), amount(asset, amount)))
                .hasStatus(400)
                .has("/details/violations/0/property", "denomination.amount")
                .has("/details/violations/0/rule", "multipleOf")
                .has("/details/violations/0/ruleParams/multipleOf", least);
    }

    @ParameterizedTest
    @CsvSource({"17999,greater,18000", "1,greater,18000", "600001,less,600000"})
    void livesWithinTheBoundsOfTheOrganization(String ttl, String direction, String limit) {
        assertThat(ada.quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), TEN, ",\"ttl\":" + ttl))
                .hasStatus(409)
                .hasBody("""
                        {"code": "number_invalid", "message": "The number must be %s than or equal to %s",
                         "details": {"context": "body", "property": "ttl",
                           "rule": "%s-than-or-equal-to-threshold", "threshold": {"limit": %s}}}
                        """.formatted(direction, limit, direction, limit));
    }

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

    @ParameterizedTest
    @CsvSource({"BTC,ethereum", "XRP,bitcoin", "EUR,bitcoin", "BTC,nowhere"})
    void hasARailForAssetAndNetwork(String asset, String network) {
        assertThat(ada.quote(account(ADAS_BITCOIN), crypto(asset, network, BITCOIN_ADDRESS, ""), TEN))
                .hasStatus(404)
                .hasBody(notFound("rail", "destination", "There is no rail for this asset and network"));
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
    void hasAReferenceOnlyWhereThereAreReferences() {
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
                .hasStatus(409)
                .has("/details/property", "destination.reference");
    }

    @Test
    void convertsOnlyWhatCanBeSoldAndBought() {
        String stellar = crypto("XLM", "stellar", "G" + "A".repeat(55), ",\"reference\":\"Rent\"");

        assertThat(ada.quote(account(ADAS_DOLLARS), stellar, amount("USD", "1")))
                .hasStatus(409)
                .hasBody("""
                        {"code": "asset_feature_not_available",
                         "message": "The feature buy is not available for the asset of the destination",
                         "details": {"context": "body", "property": "destination", "feature": "buy"}}
                        """);
    }

    @Test
    void needsTheCapability() {
        Payer bruno = new Payer(bank, BRUNO);

        assertThat(bruno.quote(account(BRUNOS_CONTA), account(BRUNOS_BITCOIN), TEN))
                .hasStatus(409)
                .hasBody("""
                        {"code": "user_capability_failure", "message": "The user has constraints on the capability trades",
                         "details": {"capability": {"code": "trades",
                           "requirements": ["user-must-submit-identity"], "restrictions": []}}}
                        """)
                .wasRefusedAt("rules", "capability-missing");
        assertThat(bruno.quote(account(BRUNOS_CONTA), external(BRUNOS_BANK), TEN))
                .hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({"0.99,minimum-limit-not-met,minimumAmount,1", "4000.01,maximum-limit-exceeded,maximumAmount,4000"})
    void staysWithinTheLimits(String amount, String rule, String member, String limit) {
        amountInvalid(ada.quote(account(ADAS_SAVINGS), account(ADAS_BITCOIN), amount("EUR", amount)), rule)
                .has("/details/limit/" + member, limit);
    }

    @Test
    void movesSomethingAtAll() {
        amountInvalid(
                ada.quote(account(ADAS_POUNDS), external(ADAS_BANK), amount("GBP", "0.50")), "minimum-limit-not-met");
        amountInvalid(
                ada.quote(account(ADAS_ETHER), account(ADAS_POUNDS), amount("ETH", "0.000000000000000001")),
                "minimum-limit-not-met");
    }

    @Test
    void takesNoFundsOutThatHaveNotSettled() {
        amountInvalid(
                        ada.quote(account(ADAS_DOLLARS), external(ADAS_US_BANK), amount("USD", "110.21")),
                        "transacting-unsettled-funds")
                .has("/details/unsettledFunds/settlementAt", "2031-04-01T00:00:00.000Z")
                .has("/details/unsettledFunds/shortfallAmount", "0.01")
                .has("/details/unsettledFunds/reasons/0", "pending-ach-deposit-settlement");
        assertThat(ada.quote(account(ADAS_DOLLARS), external(ADAS_US_BANK), amount("USD", "110.20")))
                .hasStatus(201);
        assertThat(ada.quote(account(ADAS_DOLLARS), account(ADAS_SPENDING), amount("USD", "310.20")))
                .hasStatus(201);
    }

    private static AnswerAssert amountInvalid(HttpCall quote, String rule) {
        return assertThat(quote)
                .hasStatus(409)
                .has("/code", "transaction_amount_invalid")
                .has("/details/context", "body")
                .has("/details/property", "denomination")
                .has("/details/rule", rule);
    }
}
