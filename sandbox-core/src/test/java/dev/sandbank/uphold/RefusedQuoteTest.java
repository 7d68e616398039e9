package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_BANK;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.crypto;
import static dev.sandbank.uphold.Payer.external;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are not well-formed, or name what is not there: before any rule of the bank is asked. */
class RefusedQuoteTest {

    private static final String BITCOIN_ADDRESS = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

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

    @ParameterizedTest
    @CsvSource({"BTC,ethereum", "XRP,bitcoin", "EUR,bitcoin", "BTC,nowhere"})
    void hasARailForAssetAndNetwork(String asset, String network) {
        assertThat(ada.quote(account(ADAS_BITCOIN), crypto(asset, network, BITCOIN_ADDRESS, ""), TEN))
                .hasStatus(404)
                .hasBody(notFound("rail", "destination", "There is no rail for this asset and network"));
    }
}
