package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_PHOTO;
import static dev.sandbank.testing.UpholdSeed.ADAS_STATEMENT;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_PHOTO;

import dev.sandbank.Sandbank;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users prove with documents: who they are, where they live, where their money is from. */
class KycDocumentsTest {

    private static final String DOCUMENT =
            "{\"type\":\"document-submission\",\"input\":{\"media\":[{\"context\":\"%s\",\"fileId\":\"%s\"}]}%s}";
    private static final String OUTPUT = """
            ,"output": {"provider": "sandbank", "verifiedAt": "2031-03-03T08:00:00Z",
              "document": {"type": "passport", "number": "7700225VH", "country": "GB", "expiresAt": "2036-03-13"},
              "person": {"givenName": "Ada", "familyName": "Byron", "birthdate": "1990-12-10",
                "address": {"country": "GB", "subdivision": "GB-MAN"}}}""";
    private static final String ELECTRONIC = """
            {"type": "electronic-verification",
             "input": {"data": {"givenName": "Ada", "birthdate": "1990-12-10", "citizenshipCountry": "GB",
               "address": {"country": "GB"}}},
             "output": {"provider": "sandbank", "verifiedAt": "2031-03-03T08:00:00Z"}}""";

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("extends: uphold\nsettings: {checkReplies: true}\n")
            .start();

    private final KycFile ada = new KycFile(bank, ADA);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    private static String context(String process) {
        return switch (process) {
            case "identity" -> "photo-document-front";
            case "proof-of-address" -> "address-proof";
            default -> "source-of-funds-proof";
        };
    }

    private static String submission(String process, String file, String more) {
        return DOCUMENT.formatted(context(process), file, more);
    }

    @Test
    void proveWhoSomebodyIs() {
        assertThat(ada.update("identity", submission("identity", ADAS_PHOTO, OUTPUT)))
                .hasStatus(200)
                .wasAllowed()
                .has("/identity/status", "ok")
                .has("/identity/type", "document-submission")
                .has("/identity/input/media/0/fileId", ADAS_PHOTO)
                .has("/identity/output/document/number", "7700225VH")
                .has("/identity/verification/submittable", false);
        ada.is("identity", "ok").has("/processes/identity/output/person/givenName", "Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "proof-of-address", "enhanced-due-diligence"})
    void arePendingWhereNobodySaysWhatCameOfThem(String process) {
        String member = process.equals("identity")
                ? "identity"
                : process.equals("proof-of-address") ? "proofOfAddress" : "enhancedDueDiligence";

        assertThat(ada.update(process, submission(process, ADAS_PHOTO, "")))
                .hasStatus(200)
                .wasAllowed()
                .has("/" + member + "/status", "pending")
                .has("/" + member + "/input/media/0/context", context(process))
                .lacks("/" + member + "/output");
    }

    @Test
    void canBeReplacedByData() {
        assertThat(ada.update("identity", ELECTRONIC))
                .hasStatus(200)
                .wasAllowed()
                .has("/identity/status", "ok")
                .has("/identity/type", "electronic-verification")
                .has("/identity/input/data/citizenshipCountry", "GB");
        assertThat(ada.update("proof-of-address", ELECTRONIC))
                .hasStatus(200)
                .wasAllowed()
                .has("/proofOfAddress/type", "electronic-verification");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "proof-of-address", "enhanced-due-diligence"})
    void areTheUsersOwnAndUploaded(String process) {
        assertThat(ada.update(process, submission(process, BRUNOS_PHOTO, "")))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "file");
        ada.refused(process, submission(process, ADAS_STATEMENT, ""), "file_invalid")
                .lacks("/details");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"country\": \"GB\", \"expiresAt\"','\"country\": \"KP\", \"expiresAt\"',country_not_supported,output.document.country",
        "'\"country\": \"GB\", \"subdivision\"','\"country\": \"KP\", \"subdivision\"',country_not_supported,output.person.address.country",
        "'\"country\": \"GB\", \"subdivision\": \"GB-MAN\"','\"country\": \"US\", \"subdivision\": \"US-NY\"',subdivision_not_supported,output.person.address.subdivision",
        "'\"Ada\"','\"<Ada>\"',invalid_characters,output.person.givenName",
        "'\"Byron\"','\"<Byron>\"',invalid_characters,output.person.familyName",
        "1990-12-10,2020-12-10,date_invalid,output.person.birthdate",
        "2036-03-13,2031-03-02,date_invalid,output.document.expiresAt",
        "2031-03-03T08:00:00Z,2031-03-03T10:00:00Z,date_invalid,output.verifiedAt"
    })
    void showPeopleWhomTheBankServes(String from, String to, String code, String property) {
        ada.refused("identity", submission("identity", ADAS_PHOTO, OUTPUT.replace(from, to)), code)
                .has("/details/context", "body")
                .has("/details/property", property);
        ada.is("identity", "pending").has("/processes/identity/type", "none");
    }

    @Test
    void areHeldToWhatTheBankDescribesOnly() {
        String electronic = ELECTRONIC
                .replace("\"provider\"", "\"document\":{\"expiresAt\":\"never\"},\"expiresAt\":\"never\",\"provider\"")
                .replace("{\"data\"", "{\"birthdate\":\"long ago\",\"data\"");

        assertThat(ada.update("identity", electronic))
                .hasStatus(200)
                .wasAllowed()
                .has("/identity/status", "ok");
        ada.is("identity", "ok").has("/processes/identity/output/expiresAt", "never");
    }

    @Test
    void areGoodUntilTheEndOfTheirDay() {
        String output = OUTPUT.replace("2036-03-13", "2031-03-03");

        assertThat(ada.update("identity", submission("identity", ADAS_PHOTO, output)))
                .hasStatus(200)
                .wasAllowed();
    }

    @Test
    void areAboutWhatTheUserHasSaid() {
        bank.resource("users", ADA).unset("birthdate");
        bank.resource("users", ADA).unset("fullName");
        bank.resource("users", ADA).unset("/address/line1");

        ada.forbidden("identity", submission("identity", ADAS_PHOTO, ""), "missing-name")
                .has("/details/reasons/1", "missing-birthdate");
        ada.forbidden("proof-of-address", submission("proof-of-address", ADAS_PHOTO, ""), "missing-name")
                .has("/details/reasons/1", "incomplete-address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "running", "exempt"})
    void areSentWhereSomethingIsToBeDone(String status) {
        ada.tell("identity", Map.of("status", status, "then", Map.of("after", "PT1H")));

        ada.forbidden("identity", submission("identity", ADAS_PHOTO, ""), "kyc-process-update-not-allowed");
    }

    @Test
    void comeAfterWhatTheyDependOn() {
        ada.tell("phone", Map.of("status", "pending"));

        ada.is("identity", "pending").has("/processes/identity/verification/submittable", false);
        ada.forbidden("identity", submission("identity", ADAS_PHOTO, ""), "kyc-process-update-not-allowed");
        ada.tell("identity", Map.of("status", "pending", "dependencies", List.of()));
        assertThat(ada.update("identity", submission("identity", ADAS_PHOTO, "")))
                .hasStatus(200)
                .wasAllowed();
    }

    @Test
    void areNotSentWhereTheFixtureHasItSo() {
        ada.tell("identity", Map.of("status", "pending", "submittable", false));

        ada.forbidden("identity", submission("identity", ADAS_PHOTO, ""), "kyc-process-update-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "proof-of-address"})
    void areTheBanksWhereItVerifiesThem(String process) {
        String member = process.equals("identity") ? "identity" : "proofOfAddress";
        ada.tell(member, Map.of("status", "pending", "model", "uphold-verified"));

        ada.forbidden(process, submission(process, ADAS_PHOTO, ""), "permission-denied");
        bank.resource("users", ADA).set("/kyc/" + member + "/status", "ok");
        ada.is(member, "ok");
    }

    @Test
    void areOfTheTypeThatIsSetUp() {
        ada.tell("identity", Map.of("status", "pending", "type", "document-submission"));

        ada.forbidden("identity", ELECTRONIC, "permission-denied");
        assertThat(ada.update("identity", submission("identity", ADAS_PHOTO, "")))
                .hasStatus(200)
                .wasAllowed();
        assertThat(ada.update("identity", ELECTRONIC)).hasStatus(200).wasAllowed();
    }

    @Test
    void canBeSentAgainAfterAFailure() {
        ada.tell("identity", Map.of("status", "failed", "output", Map.of("reason", "data-mismatch")));

        assertThat(ada.update("identity", submission("identity", ADAS_PHOTO, OUTPUT)))
                .has("/identity/status", "ok")
                .lacks("/identity/output/reason");
    }

    @Test
    void showWhereMoneyIsFrom() {
        KycFile bruno = new KycFile(bank, BRUNO);
        String body = submission(
                "enhanced-due-diligence", BRUNOS_PHOTO, ",\"output\":{\"verifiedAt\":\"2031-03-03T08:00:00Z\"}");

        bruno.forbidden("enhanced-due-diligence", body, "kyc-process-update-not-allowed");
        bruno.tell("enhancedDueDiligence", Map.of("status", "pending"));
        assertThat(bruno.update("enhanced-due-diligence", body)).has("/enhancedDueDiligence/status", "ok");
    }
}
