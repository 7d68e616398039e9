package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.HARBOUR_COFFEE;
import static dev.sandbank.testing.UpholdSeed.MALLORY;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user tells of himself: name, birth, citizenships, address. */
class KycProfileTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("extends: uphold\nsettings: {checkReplies: true}\n")
            .start();

    private final KycFile ada = new KycFile(bank, ADA);
    private final KycFile bruno = new KycFile(bank, BRUNO);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    private AnswerAssert user(String id) {
        return assertThat(get(bank, "/core/users/me")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(id));
    }

    @Test
    void changesTheUser() {
        assertThat(ada.update("profile", """
                {"input": {"fullName": "Ada King", "birthdate": "1991-01-02", "birthplace": {"country": "PT", "town": "Faro"},
                  "otherCitizenships": ["PT"], "address": {"line1": "1 Engine Street", "line2": null}}}
                """)).hasStatus(200).wasAllowed().hasBody("""
                {"profile": {"code": "profile", "status": "ok",
                  "verification": {"model": "none", "method": "manual", "dependencies": [], "rules": {
                    "fullName": {"presence": "required", "editable": true},
                    "birthdate": {"presence": "required", "editable": true},
                    "primaryCitizenship": {"presence": "required", "editable": true},
                    "birthplace": {"presence": "optional", "editable": true},
                    "otherCitizenships": {"presence": "optional", "editable": true},
                    "address": {"presence": "optional", "editable": true}}},
                  "input": {"fullName": "Ada King", "birthdate": "1991-01-02", "primaryCitizenship": "GB",
                    "birthplace": {"country": "PT", "town": "Faro"}, "otherCitizenships": ["PT"],
                    "address": {"country": "GB", "city": "London", "line1": "1 Engine Street", "postalCode": "N1 9GU"}}}}
                """);

        user(ADA)
                .has("/user/fullName", "Ada King")
                .has("/user/birthdate", "1991-01-02")
                .has("/user/address/line1", "1 Engine Street")
                .has("/user/updatedAt", "2031-03-03T09:00:00.000Z");
    }

    @Test
    void takesTheOlderForms() {
        assertThat(ada.update("profile", "{\"input\":{\"details\":{\"fullName\":\"Ada King\"}}}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/profile/input/fullName", "Ada King");
        assertThat(ada.update("profile", "{\"input\":{\"citizenshipCountry\":\"PT\"}}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/profile/input/primaryCitizenship", "PT");
    }

    @Test
    void hasTheOldestFormByItself() {
        assertThat(ada.update("profile", "{\"input\":{\"details\":{},\"birthdate\":\"1991-01-02\"}}"))
                .hasStatus(400)
                .has("/code", "request_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"blocked\",\"kyc\":{},\"birthplace\":{\"country\":\"PT\",\"town\":\"Faro\",\"street\":1}",
                "\"details\":{\"status\":\"blocked\",\"otherCitizenships\":5,\"address\":{\"line1\":1}}"
            })
    void isNothingThatTheBankDoesNotDescribe(String members) {
        assertThat(ada.update("profile", "{\"input\":{" + members + "}}"))
                .hasStatus(200)
                .wasAllowed()
                .lacks("/profile/input/status")
                .lacks("/profile/input/birthplace/street")
                .lacks("/profile/input/otherCitizenships");
        assertThat(ada.update("profile", "{\"input\":{\"fullName\":\"Ada King\"}}"))
                .hasStatus(200)
                .wasAllowed();
    }

    @Test
    void isPendingUntilAllIsThereThatIsRequired() {
        bruno.tell("address", Map.of("status", "pending"));

        assertThat(bruno.update("profile", "{\"input\":{\"fullName\":\"Bruno Prado\"}}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/profile/status", "pending");
        bruno.is("address", "pending");
        assertThat(bruno.update("profile", "{\"input\":{\"birthdate\":\"1980-05-05\"}}"))
                .has("/profile/status", "ok");
        bruno.is("address", "ok");
    }

    @Test
    void requiresWhatTheFixtureSays() {
        bruno.tell(
                "profile",
                Map.of(
                        "rules",
                        Map.of(
                                "address",
                                Map.of(
                                        "presence",
                                        "required",
                                        "rules",
                                        Map.of("line1", Map.of("presence", "required"))))));

        assertThat(bruno.update("profile", "{\"input\":{\"fullName\":\"Bruno Prado\"}}"))
                .has("/profile/status", "pending");
        assertThat(bruno.update("profile", "{\"input\":{\"address\":{\"line1\":\"Rua 1\"}}}"))
                .has("/profile/status", "ok");
    }

    @Test
    void ignoresWhatIsDisallowed() {
        ada.tell("profile", Map.of("rules", Map.of("fullName", Map.of("presence", "disallowed"))));

        assertThat(ada.update("profile", "{\"input\":{\"fullName\":\"Ada King\",\"birthdate\":\"1991-01-02\"}}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/warnings/input/0/code", "verification_rule_violated")
                .has("/warnings/input/0/details/property", "input.fullName")
                .has("/warnings/input/0/details/rule", "presence")
                .lacks("/warnings/input/1");
        user(ADA).has("/user/fullName", "Ada Byron").has("/user/birthdate", "1991-01-02");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"fullName\":\"Ada <b>\"',invalid_characters,input.fullName",
        "'\"birthdate\":\"2014-03-03\"',date_invalid,input.birthdate",
        "'\"primaryCitizenship\":\"KP\"',country_not_supported,input.primaryCitizenship",
        "'\"otherCitizenships\":[\"GB\",\"KP\"]',country_not_supported,input.otherCitizenships[1]",
        "'\"birthplace\":{\"country\":\"XX\",\"town\":\"Y\"}',country_not_supported,input.birthplace.country"
    })
    void isSuchAsTheBankServes(String member, String code, String property) {
        ada.refused("profile", "{\"input\":{" + member + "}}", code)
                .has("/details/context", "body")
                .has("/details/property", property);
        user(ADA).has("/user/fullName", "Ada Byron");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "address"})
    void hasAnAddressInTheCountryWhereTheUserLives(String process) {
        bank.resource("countries", "GB").set("postalCodes", "^[A-Z]");
        bank.resource("countries", "GB").set("/subdivisions", List.of(Map.of("code", "GB-MAN")));

        ada.refused(process, "{\"input\":{\"address\":{\"subdivision\":\"GB-XX\"}}}", "subdivision_not_supported")
                .has("/details/property", "input.address.subdivision");
        ada.refused(process, "{\"input\":{\"address\":{\"postalCode\":\"9000\"}}}", "postal_code_invalid")
                .has("/details/property", "input.address.postalCode");
        ada.refused(process, "{\"input\":{\"address\":{\"line1\":\"PO Box 7\"}}}", "po_boxes_not_allowed")
                .lacks("/details");
        assertThat(ada.update(
                        process, "{\"input\":{\"address\":{\"subdivision\":\"GB-MAN\",\"postalCode\":\"M4 1AA\"}}}"))
                .hasStatus(200)
                .wasAllowed();
        user(ADA).has("/user/address/subdivision", "GB-MAN").has("/user/address/line1", "12 Difference Lane");
    }

    @Test
    void hasAnAddressAsAProcessOfItsOwn() {
        ada.tell("address", Map.of("status", "failed"));

        assertThat(ada.update("address", "{\"input\":{\"address\":{\"city\":\"Leeds\"}}}"))
                .hasStatus(200)
                .wasAllowed()
                .hasBody("""
                {"address": {"code": "address", "status": "ok",
                  "verification": {"model": "none", "method": "manual", "dependencies": []},
                  "input": {"address": {"country": "GB", "city": "Leeds", "line1": "12 Difference Lane", "postalCode": "N1 9GU"}}}}
                """);
    }

    @Test
    void isChangedByNothingElseThatAnAddressIsToldWith() {
        assertThat(ada.update(
                        "address",
                        "{\"input\":{\"address\":{\"city\":\"Leeds\"},\"fullName\":5,\"status\":\"blocked\"}}"))
                .hasStatus(200)
                .wasAllowed();

        user(ADA).has("/user/fullName", "Ada Byron").has("/user/address/city", "Leeds");
        assertThat(ada.update("address", "{\"input\":{\"address\":{\"city\":\"York\"}}}"))
                .hasStatus(200)
                .wasAllowed();
    }

    @Test
    void staysInItsSubdivisionWhereTheBankVerifiesTheAddress() {
        ada.tell("proofOfAddress", Map.of("model", "uphold-verified"));

        ada.forbidden(
                "address",
                "{\"input\":{\"address\":{\"subdivision\":\"GB-MAN\"}}}",
                "subdivision-update-non-authoritative-proof-of-address");
        assertThat(ada.update("address", "{\"input\":{\"address\":{\"city\":\"Leeds\"}}}"))
                .hasStatus(200)
                .wasAllowed();
    }

    @Test
    void staysInItsSubdivisionWhereTheCountrySaysSo() {
        bank.resource("countries", "GB").set("subdivisionFixed", true);

        ada.forbidden(
                "address",
                "{\"input\":{\"address\":{\"subdivision\":\"GB-MAN\"}}}",
                "subdivision-update-restricted-by-residence-country");
        assertThat(ada.update("address", "{\"input\":{\"address\":{\"city\":\"Leeds\"}}}"))
                .hasStatus(200)
                .wasAllowed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"input\":{}}",
                "{\"input\":{\"fullName\":\"Ada\"}}",
                "{\"input\":{\"address\":{\"country\":\"GB\"}}}",
                "{\"input\":{\"address\":{\"line1\":null}}}"
            })
    void isWellFormed(String body) {
        assertThat(ada.update("profile", body)).hasStatus(400).has("/code", "request_invalid");
    }

    @Test
    void isThatOfAPersonWhoIsNotBlocked() {
        String body = "{\"input\":{\"fullName\":\"Any Body\"}}";

        assertThat(new KycFile(bank, HARBOUR_COFFEE).update("profile", body))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
        assertThat(new KycFile(bank, MALLORY).update("profile", body))
                .hasStatus(409)
                .has("/code", "operation-not-allowed");
    }
}
