package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code core.create-external-account} refuses. */
class RefusedLinkTest {

    private static final String GOOD_CARD = "4000000000001000";
    private static final String BANK = """
            {"type": "bank", "asset": "USD", "network": "ach", "label": "House bank",
             "address": {"country": "US", "subdivision": "US-OR", "city": "Portland", "line1": "9 Elm Road",
             "postalCode": "97201"}, "routingNumber": "123006800", "accountNumber": "55010099", "accountType": "savings"}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final String token = bank.tokens().forClient("treasury");

    @ParameterizedTest
    @CsvSource({
        "4000000000001001, 409, number_invalid, property, number",
        "5200000000001021, 404, entity_not_found, entity, rail",
        "4000000000001067, 409, card_type_not_allowed, type, credit",
        "4000000000001075, 409, operation_not_allowed, reasons/0, card-issuer-country-mismatch",
        "4000000000001042, 409, operation_not_allowed, reasons/0, card-declined",
        "4000000000001059, 409, operation_not_allowed, reasons/0, card-permanently-declined"
    })
    void refusesACardByItsNumber(String number, int status, String code, String detail, String value) {
        assertThat(link(card(number))).hasStatus(status).has("/code", code).has("/details/" + detail, value);
        assertThat(as(get(bank, "/core/external-accounts")).send().each("/externalAccounts", "id"))
                .hasSize(4);
    }

    @Test
    void refusesACardWhoseRailHasNoFeature() {
        assertThat(link(card("5200000000001013")))
                .hasStatus(409)
                .has("/code", "rail_feature_not_available")
                .lacks("/details");
    }

    @ParameterizedTest
    @CsvSource({
        "123006800, 123006801, number_invalid, routingNumber",
        "\"country\": \"US\", \"country\": \"KP\", country_not_supported, address.country",
        "US-OR, US-NY, subdivision_not_supported, address.subdivision"
    })
    void refusesAnAccountAtABank(String good, String bad, String code, String property) {
        assertThat(link(BANK.replace(good, bad)))
                .hasStatus(409)
                .has("/code", code)
                .has("/details/context", "body")
                .has("/details/property", property);
    }

    @Test
    void refusesAPostalCodeThatTheCountryDoesNotHave() {
        bank.resource("countries", "US").set("postalCodes", "^[0-9]{9}$");

        assertThat(link(BANK))
                .hasStatus(409)
                .has("/code", "postal_code_invalid")
                .has("/details/property", "address.postalCode");
    }

    @Test
    void linksNothingTwiceForOneUser() {
        link(BANK).send();
        link(card(GOOD_CARD)).send();

        assertThat(link(BANK)).hasStatus(409).has("/code", "duplicate").has("/details/property", "accountNumber");
        assertThat(link(card(GOOD_CARD)))
                .hasStatus(409)
                .has("/code", "duplicate")
                .has("/details/property", "number");
        assertThat(post(bank, "/core/external-accounts")
                        .bearer(token)
                        .onBehalfOf(NELL)
                        .json(BANK))
                .hasStatus(201);
    }

    @Test
    void refusesACardThatHasExpired() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));

        assertThat(link(card(GOOD_CARD).replace("12, \"year\": 2099", "2, \"year\": 2031")))
                .hasStatus(409)
                .has("/code", "date_invalid")
                .hasBody("""
                        {"code": "date_invalid", "message": "The card has expired",
                         "details": {"context": "body", "property": "expiryDate",
                           "rule": "difference-less-than-or-equal-to-threshold",
                           "threshold": {"limit": 0, "unit": "milliseconds"}}}
                        """);
        assertThat(link(card(GOOD_CARD).replace("12, \"year\": 2099", "3, \"year\": 2031")))
                .hasStatus(201);
    }

    @Test
    void asksWhetherTheUserMayHaveCards() {
        Map<String, Object> cards = Map.of("code", "cards", "requirements", List.of("user-must-delete-card"));
        bank.resource("users", ADA).set("capabilities", List.of(cards));

        assertThat(link(card(GOOD_CARD)))
                .hasStatus(409)
                .has("/code", "user_capability_failure")
                .has("/details/capability/code", "cards")
                .has("/details/capability/requirements/0", "user-must-delete-card");
        assertThat(link(BANK)).hasStatus(201);
    }

    @Test
    void refusesWhatIsNotSetUp() {
        String fixture = "bank: uphold\nextends: uphold\nsettings: {nodeTypes: [account]}\n";
        try (Sandbank other = Sandbank.builder().fixtureText(fixture).start()) {
            assertThat(post(other, "/core/external-accounts")
                            .bearer(other.tokens().forClient("treasury"))
                            .onBehalfOf(ADA)
                            .json(BANK))
                    .hasStatus(409)
                    .has("/details/reasons/0", "permission-denied");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\": \"bank\" | \"type\": \"apm\" | type | enum",
                "\"network\": \"ach\" | \"network\": \"sepa\" | network | enum",
                "\"accountNumber\": \"55010099\" | \"accountNumber\": \"0000\" | accountNumber | pattern",
                "\"line1\": \"9 Elm Road\" | \"line9\": \"x\" | address.line1 | required",
                "\"label\": \"House bank\" | \"label\": \"x \" | label | pattern"
            })
    void tellsWhatIsWrongWithTheContent(String good, String bad, String property, String rule) {
        Answer refused = link(BANK.replace(good, bad)).send();

        assertThat(refused).hasStatus(400).has("/code", "request_invalid").has("/details/context", "body");
        assertThat(refused.each("/details/violations", "property")).contains(property);
        assertThat(refused.each("/details/violations", "rule")).contains(rule);
    }

    @Test
    void linksNothingForABlockedUserOrForNobody() {
        assertThat(post(bank, "/core/external-accounts")
                        .bearer(token)
                        .onBehalfOf(MALLORY)
                        .json("{}"))
                .hasStatus(409)
                .has("/code", "operation-not-allowed");
        assertThat(post(bank, "/core/external-accounts").bearer(token).json(BANK))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
    }

    private static String card(String number) {
        return "{\"type\": \"card\", \"label\": \"Green card\", \"number\": \"" + number
                + "\", \"securityCode\": \"987\", \"expiryDate\": {\"month\": 12, \"year\": 2099}}";
    }

    private HttpCall link(String body) {
        return as(post(bank, "/core/external-accounts")).json(body);
    }

    private HttpCall as(HttpCall call) {
        return call.bearer(bank.tokens().forClient("treasury")).onBehalfOf(ADA);
    }
}
