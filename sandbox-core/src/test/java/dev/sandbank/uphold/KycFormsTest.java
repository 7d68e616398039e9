package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users are asked by forms: due diligence, two assessments, and taxes. */
class KycFormsTest {

    private static final String FORM = "1b0c6f3e-5a7d-4d1f-9b8e-2f4a6c8e0d12";
    private static final String FIXTURE = """
            extends: uphold
            settings: {kycDelay: PT10M, checkReplies: true}
            forms:
              - id: %s
                process: customer-due-diligence
                schema: {type: object, required: [occupation, income], properties: {occupation: {type: string}}}
                uiSchema: {type: VerticalLayout}
            """.formatted(FORM);
    private static final String ASSESSED =
            ",\"output\":{\"result\":\"%s\",\"verifiedAt\":\"2031-03-03T08:00:00Z\",\"expiresAt\":\"2031-04-03T08:00:00Z\"%s}";

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText(FIXTURE).start();

    private final KycFile ada = new KycFile(bank, ADA);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    private static String answers(String answers, String more) {
        return "{\"input\":{\"answers\":{" + answers + "}}" + more + "}";
    }

    @Test
    void areAnsweredAFewQuestionsAtATime() {
        assertThat(ada.update("customer-due-diligence", answers("\"occupation\":\"engineer\"", "")))
                .hasStatus(200)
                .wasAllowed()
                .has("/customerDueDiligence/status", "pending")
                .has("/customerDueDiligence/hint/type", "form")
                .has("/customerDueDiligence/hint/formId", FORM)
                .has("/customerDueDiligence/hint/schema/required/1", "income")
                .has("/customerDueDiligence/hint/uiSchema/type", "VerticalLayout");

        assertThat(ada.update("customer-due-diligence", answers("\"income\":\"high\"", "")))
                .has("/customerDueDiligence/status", "running")
                .has("/customerDueDiligence/input/answers/occupation", "engineer")
                .has("/customerDueDiligence/input/answers/income", "high");

        ada.forbidden("customer-due-diligence", answers("\"income\":\"low\"", ""), "form-already-completed");
        bank.clock().advance(Duration.ofMinutes(10));
        ada.is("customerDueDiligence", "ok").lacks("/processes/customerDueDiligence/hint");
        ada.forbidden("customer-due-diligence", answers("\"income\":\"low\"", ""), "form-already-completed");
    }

    @Test
    void comeToWhatTheFixtureSays() {
        ada.tell(
                "cryptoRiskAssessment",
                Map.of(
                        "status",
                        "pending",
                        "then",
                        Map.of("status", "failed", "after", "PT0S", "output", Map.of("result", "rejected"))));

        assertThat(ada.update("crypto-risk-assessment", answers("\"q\":1", "")))
                .has("/cryptoRiskAssessment/status", "running")
                .lacks("/cryptoRiskAssessment/output");
        ada.is("cryptoRiskAssessment", "failed").has("/processes/cryptoRiskAssessment/output/result", "rejected");
        assertThat(ada.update("crypto-risk-assessment", answers("\"q\":2", "")))
                .hasStatus(200)
                .wasAllowed()
                .lacks("/cryptoRiskAssessment/output");
    }

    @Test
    void areThoseThatThereAre() {
        String other = "{\"input\":{\"formId\":\"2b0c6f3e-5a7d-4d1f-9b8e-2f4a6c8e0d12\",\"answers\":{\"q\":1}}}";
        String own = "{\"input\":{\"formId\":\"" + FORM + "\",\"answers\":{\"q\":1}}}";

        assertThat(ada.update("customer-due-diligence", other))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "form");
        assertThat(ada.update("crypto-risk-assessment", own)).hasStatus(404);
        assertThat(ada.update("customer-due-diligence", own))
                .hasStatus(200)
                .wasAllowed()
                .has("/customerDueDiligence/input/formId", FORM);
    }

    @Test
    void haveASchemaThatCanBeUsed() {
        assertThatThrownBy(() -> bank.resource("forms", FORM).set("/schema/required", 5))
                .hasMessageContaining("required");
    }

    @Test
    void areWithoutQuestionsWhereTheFixtureHasNone() {
        assertThat(ada.update("self-categorization-statement", answers("\"investor\":\"restricted\"", "")))
                .has("/selfCategorizationStatement/status", "running")
                .has("/selfCategorizationStatement/hint/schema/type", "object");
    }

    @Test
    void areEvaluatedByWhoVerifiesThem() {
        String diligent =
                ",\"output\":{\"score\":\"low\",\"expiresAt\":\"2031-04-03T08:00:00Z\",\"verifiedAt\":\"2031-03-03T08:00:00Z\"}";
        ada.forbidden("customer-due-diligence", answers("\"income\":1", diligent), "permission-denied");
        ada.tell("customerDueDiligence", Map.of("status", "pending", "model", "partner-verified"));

        assertThat(ada.update("customer-due-diligence", answers("\"income\":1", diligent)))
                .has("/customerDueDiligence/status", "ok")
                .has("/customerDueDiligence/output/score", "low");

        bank.clock().advance(Duration.ofDays(31));
        ada.is("customerDueDiligence", "pending");
        assertThat(ada.update("customer-due-diligence", answers("\"income\":2", "")))
                .hasStatus(200)
                .wasAllowed()
                .lacks("/customerDueDiligence/input/answers/occupation");
    }

    @ParameterizedTest
    @CsvSource({
        "crypto-risk-assessment,cryptoRiskAssessment,1,5",
        "self-categorization-statement,selfCategorizationStatement,1,30"
    })
    void mayBeTriedSoManyTimes(String process, String member, int used, int most) {
        ada.tell(member, Map.of("status", "pending", "model", "partner-verified"));

        assertThat(ada.update(process, answers("\"q\":1", ASSESSED.formatted("rejected", ""))))
                .hasStatus(200)
                .wasAllowed()
                .has("/" + member + "/status", "pending")
                .has("/" + member + "/output/result", "rejected")
                .has("/" + member + "/output/attempts/used", used)
                .has("/" + member + "/output/attempts/maximum", most);
        String last = ",\"attempts\":{\"used\":" + most + ",\"maximum\":" + most + "}";
        assertThat(ada.update(process, answers("\"q\":2", ASSESSED.formatted("rejected", last))))
                .has("/" + member + "/status", "failed")
                .lacks("/" + member + "/input/answers/occupation");
        ada.forbidden(process, answers("\"q\":3", ""), "kyc-process-update-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "9223372036854775808", "5.0", "1e3"})
    void haveNoTryLeftHoweverManyThereWere(String used) {
        ada.tell("cryptoRiskAssessment", Map.of("status", "pending", "model", "partner-verified"));
        String attempts = ",\"attempts\":{\"used\":" + used + ",\"maximum\":5}";

        assertThat(ada.update("crypto-risk-assessment", answers("\"q\":1", ASSESSED.formatted("rejected", attempts))))
                .has("/cryptoRiskAssessment/status", "failed");
    }

    @ParameterizedTest
    @CsvSource({
        "customer-due-diligence,customerDueDiligence",
        "self-categorization-statement,selfCategorizationStatement"
    })
    void areGoodForSomeTime(String process, String member) {
        ada.tell(member, Map.of("status", "pending", "model", "partner-verified"));
        String output = ASSESSED.formatted("approved", ",\"score\":\"low\"").replace("2031-04-03", "2031-03-03");

        ada.refused(process, answers("\"q\":1", output), "date_invalid")
                .has("/details/property", "output.expiresAt")
                .has("/details/rule", "difference-less-than-threshold");
    }

    @ParameterizedTest
    @CsvSource({"customer-due-diligence", "crypto-risk-assessment", "self-categorization-statement"})
    void areInALanguage(String process) {
        assertThat(ada.update(process, answers("\"q\":1", "")).header("Accept-Language", "en;q=loud"))
                .hasStatus(409)
                .has("/code", "locale_invalid");
    }

    @Test
    void askAboutTaxes() {
        assertThat(ada.update("tax-details", "{\"input\":{\"taxResidency\":{\"countries\":[\"GB\"]}}}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/taxDetails/status", "running")
                .has("/taxDetails/input/taxResidency/countries/0", "GB");
        ada.forbidden("tax-details", "{\"input\":{\"x\":1}}", "kyc-process-update-not-allowed");
        ada.tell("taxDetails", Map.of("status", "exempt"));
        ada.forbidden("tax-details", "{\"input\":{\"x\":1}}", "kyc-process-status-exempt");
    }

    @Test
    void askAboutTaxesOnceTheUserIsKnown() {
        KycFile bruno = new KycFile(bank, BRUNO);
        bruno.tell("taxDetails", Map.of("status", "pending"));

        bruno.forbidden("tax-details", "{\"input\":{\"x\":1}}", "incomplete-profile")
                .has("/details/reasons/1", "incomplete-address");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"taxResidency\":{\"countries\":[\"GB\",\"KP\"]}',country_not_supported,taxResidency.countries[1]",
        "'\"taxResidency\":{\"address\":{\"country\":\"KP\"}}',country_not_supported,taxResidency.address.country",
        "'\"taxResidency\":{\"address\":{\"country\":\"US\",\"subdivision\":\"US-NY\"}}',subdivision_not_supported,taxResidency.address.subdivision",
        "'\"taxResidency\":{\"address\":{\"country\":\"PT\",\"postalCode\":\"x\"}}',postal_code_invalid,taxResidency.address.postalCode",
        "'\"taxIdentification\":{\"documents\":[{\"number\":\"1234\"},{\"number\":\"1\"}]}',document_number_invalid,taxIdentification.documents[1].number",
        "'\"taxIdentification\":{\"documents\":[{\"number\":null}]}',document_number_invalid,taxIdentification.documents[0].number",
        "'\"taxIdentification\":{\"documents\":[{\"number\":true}]}',document_number_invalid,taxIdentification.documents[0].number",
        "'\"taxIdentification\":{\"documents\":[{\"reason\":\"forgotten\"}]}',document_reason_not_supported,taxIdentification.documents[0].reason",
        "'\"taxIdentification\":{\"signature\":\"Ada King\"}',certification_signature_mismatch,taxIdentification.signature"
    })
    void askAboutTaxesInOrder(String input, String code, String property) {
        bank.resource("countries", "PT").set("postalCodes", "^[0-9]{4}-[0-9]{3}$");

        ada.refused("tax-details", "{\"input\":{" + input + "}}", code)
                .has("/details/context", "body")
                .has("/details/property", "input." + property);
    }

    @Test
    void takeATaxNumberOrAReasonToHaveNone() {
        assertThat(ada.update("tax-details", """
                {"input": {"taxIdentification": {"signature": "Ada Byron", "documents": [
                  {"type": "tin", "country": "GB", "number": "12345 67890"},
                  {"type": "tin", "country": "PT", "reason": "country-does-not-issue-document"}]}}}
                """)).hasStatus(200).wasAllowed();
    }
}
