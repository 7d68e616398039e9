package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.create-account}: a new, empty account, as often as it is asked for. */
class CreateAccountTest {

    private static final String RAINY_DAY = "{\"label\":\"Rainy day\",\"asset\":\"EUR\"}";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final String token = bank.tokens().forClient("payouts");

    @Test
    void makesAnEmptyAccountOfTheUser() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        String fresh = bank.tokens().forClient("payouts");
        Answer created = post(bank, "/core/accounts")
                .bearer(fresh)
                .onBehalfOf(NELL)
                .json(RAINY_DAY)
                .send();

        assertThat(created)
                .hasStatus(201)
                .wasAllowed()
                .hasNoHeader("Location")
                .hasMembersOnly("", "account")
                .has("/account/ownerId", NELL)
                .has("/account/label", "Rainy day")
                .has("/account/asset", "EUR")
                .has("/account/balance/total", "0")
                .has("/account/balance/available", "0")
                .has("/account/createdAt", "2031-03-03T09:00:00.000Z")
                .has("/account/updatedAt", "2031-03-03T09:00:00.000Z");
        assertThat(get(bank, "/core/accounts/" + created.text("/account/id"))
                        .bearer(fresh)
                        .onBehalfOf(NELL))
                .hasStatus(200)
                .hasBody(created.body());
        assertThat(get(bank, "/core/accounts/" + created.text("/account/id"))
                        .bearer(fresh)
                        .onBehalfOf(BRUNO))
                .hasStatus(404);
    }

    @Test
    void makesTwoIfAskedTwice() {
        String first = create(RAINY_DAY).send().text("/account/id");
        String second = create(RAINY_DAY).send().text("/account/id");

        assertThat(first).isNotEqualTo(second);
        assertThat(get(bank, "/core/accounts")
                        .bearer(token)
                        .onBehalfOf(NELL)
                        .send()
                        .at("/accounts"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | label    | required",
                "{\"label\":\"x\"}                                 | asset    | required",
                "{\"asset\":\"EUR\"}                               | label    | required",
                "{\"label\":1,\"asset\":\"EUR\"}                   | label    | type",
                "{\"label\":null,\"asset\":\"EUR\"}                | label    | type",
                "{\"label\":[],\"asset\":\"EUR\"}                  | label    | type",
                "{\"label\":\"x\",\"asset\":true}                  | asset    | type",
                "{\"label\":\"\",\"asset\":\"EUR\"}                | label    | minLength",
                "{\"label\":\" x\",\"asset\":\"EUR\"}              | label    | pattern",
                "{\"label\":\"x \",\"asset\":\"EUR\"}              | label    | pattern",
                "{\"label\":\"x\\n\",\"asset\":\"EUR\"}            | label    | pattern",
                "{\"label\":\"\\tx\",\"asset\":\"EUR\"}            | label    | pattern",
                "{\"label\":\"x\\u2003\",\"asset\":\"EUR\"}        | label    | pattern",
                "{\"label\":\"x\\u00a0\",\"asset\":\"EUR\"}        | label    | pattern",
                "{\"label\":\"x\",\"asset\":\"EUR\",\"id\":\"1\"}  | id       | additionalProperties",
                "{\"label\":\"x\",\"asset\":\"EUR\",\"metadata\":{}} | metadata | minProperties",
                "[]                                                | ''       | type",
                "\"text\"                                          | ''       | type",
                "null                                              | ''       | type"
            })
    void tellsWhichMemberBreaksWhichRule(String body, String property, String rule) {
        refused(body, "input", DenialReason.INPUT_INVALID)
                .has("/details/context", "body")
                .has("/details/violations/0/property", property)
                .has("/details/violations/0/rule", rule);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        Answer answer = create("{\"label\":7,\"extra\":1}").send();

        assertThat(answer.each("/details/violations", "property")).containsExactlyInAnyOrder("asset", "label", "extra");
    }

    @Test
    void takesALabelOfOneHundredAndFortyCharactersAndNoMore() {
        assertThat(create("{\"label\":\"" + "x".repeat(140) + "\",\"asset\":\"EUR\"}"))
                .hasStatus(201);
        refused("{\"label\":\"" + "x".repeat(141) + "\",\"asset\":\"EUR\"}", "input", DenialReason.INPUT_INVALID)
                .has("/details/violations/0/rule", "maxLength");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a b", "Caf\u00e9", "\ud83d\udcb6 money", "a  b", "'; drop table entry; --", "<b>"})
    void takesAnyOtherLabelAsItIs(String label) {
        assertThat(create("{\"label\":\"" + label + "\",\"asset\":\"EUR\"}"))
                .hasStatus(201)
                .has("/account/label", label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOGE", "eur", "EUR "})
    void knowsNoAssetThatIsNotListed(String asset) {
        assertThat(create("{\"label\":\"x\",\"asset\":\"" + asset + "\"}"))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "asset")
                .wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void supportsNotEveryAssetThatIsKnown() {
        assertThat(create("{\"label\":\"x\",\"asset\":\"JPY\"}"))
                .hasStatus(409)
                .has("/code", "asset_not_supported")
                .wasRefusedAt("rules", "asset-not-supported");
    }

    @Test
    void makesNothingIfItIsRefused() {
        create("{\"label\":\"x\",\"asset\":\"JPY\"}").send();
        create("{\"label\":\"\",\"asset\":\"EUR\"}").send();

        assertThat(get(bank, "/core/accounts")
                        .bearer(token)
                        .onBehalfOf(NELL)
                        .send()
                        .at("/accounts"))
                .isEmpty();
    }

    @Test
    void isAnOperationOfUsersOnly() {
        assertThat(post(bank, "/core/accounts").bearer(token).json(RAINY_DAY))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
        assertThat(post(bank, "/core/accounts")
                        .bearer(bank.tokens().forClient("ada-only"))
                        .json(RAINY_DAY))
                .hasStatus(201)
                .has("/account/ownerId", ADA);
    }

    private HttpCall create(String body) {
        return post(bank, "/core/accounts").bearer(token).onBehalfOf(NELL).json(body);
    }

    private AnswerAssert refused(String body, String gate, String refusal) {
        return assertThat(create(body))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .wasRefusedAt(gate, refusal);
    }
}
