package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.HARBOUR_COFFEE;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a user is in the processes of KYC. */
class KycOverviewTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("extends: uphold\nsettings: {checkReplies: true}\n")
            .start();

    private final KycFile bruno = new KycFile(bank, BRUNO);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    @Test
    void isAllDoneWhereTheFixtureSaysNothing() {
        assertThat(bruno.overview()).hasStatus(200).wasAllowed().hasBody("""
                {"summary": {"status": "ok", "reason": "none"}, "processes": {
                  "profile": {"code": "profile", "status": "ok"}, "address": {"code": "address", "status": "ok"},
                  "email": {"code": "email", "status": "ok"}, "phone": {"code": "phone", "status": "ok"},
                  "identity": {"code": "identity", "status": "ok", "type": "document-submission"},
                  "proofOfAddress": {"code": "proof-of-address", "status": "ok", "type": "document-submission"},
                  "customerDueDiligence": {"code": "customer-due-diligence", "status": "ok"},
                  "enhancedDueDiligence": {"code": "enhanced-due-diligence", "status": "exempt"},
                  "cryptoRiskAssessment": {"code": "crypto-risk-assessment", "status": "ok"},
                  "selfCategorizationStatement": {"code": "self-categorization-statement", "status": "ok"},
                  "taxDetails": {"code": "tax-details", "status": "ok"},
                  "screening": {"code": "screening", "status": "ok"}, "risk": {"code": "risk", "status": "ok"}}}
                """);
    }

    @Test
    void tellsMoreOfWhatIsAskedFor() {
        assertThat(new KycFile(bank, ADA).overview("address", "email", "phone", "identity", "screening"))
                .hasMembersOnly("/processes/profile", "code", "status")
                .has("/processes/address/input/address/line1", "12 Difference Lane")
                .has("/processes/email/input/email", "ada@example.test")
                .has("/processes/email/verification/model", "partner-verified")
                .has("/processes/phone/input/phone", "+442079460000")
                .has("/processes/identity/type", "none")
                .has("/processes/identity/verification/submittable", true)
                .has("/processes/identity/verification/dependencies/1", "profile")
                .lacks("/processes/identity/verification/triggers")
                .has("/processes/screening/verification/method", "automatic")
                .has("/processes/screening/verification/triggers/1", "identity");
    }

    @ParameterizedTest
    @CsvSource({"pending,pending", "running,pending", "failed,restricted", "exempt,ok", "ok,ok"})
    void isSummedUp(String status, String summary) {
        bruno.tell("identity", Map.of("status", status, "then", Map.of("after", "PT1H")));

        assertThat(bruno.overview())
                .has("/processes/identity/status", status)
                .has("/summary/status", summary)
                .has("/summary/reason", "none");
    }

    @Test
    void isSummedUpAsTheFixtureSays() {
        bruno.tell("summary", Map.of("status", "restricted", "reason", "under-review"));

        assertThat(bruno.overview()).has("/summary/status", "restricted").has("/summary/reason", "under-review");
        assertThat(new KycFile(bank, MALLORY).overview()).has("/summary/status", "blocked");
    }

    @Test
    void followsWhatATestSaysAtOnce() {
        bank.resource("users", BRUNO).set("/kyc/identity/status", "failed");

        bruno.is("identity", "failed");
        assertThatThrownBy(() -> bank.resource("users", BRUNO).set("/kyc/identity/status", "good"))
                .hasMessageContaining("good");
        assertThatThrownBy(() -> bank.resource("users", HARBOUR_COFFEE).set("/kyc/identity/status", "failed"))
                .hasMessageContaining("only individuals have KYC");
    }

    @Test
    void tellsWhatBecameOfAProcessThatRan() {
        bruno.tell(
                "identity",
                Map.of("status", "running", "then", Map.of("status", "failed", "after", "PT1H", "reason", "underage")));
        bank.clock().advance(Duration.ofHours(1).minusMillis(1));
        bruno.is("identity", "running").lacks("/processes/identity/output");

        bank.clock().advance(Duration.ofMillis(1));

        bruno.is("identity", "failed").has("/processes/identity/output/reason", "underage");
    }

    @Test
    void isPendingAgainAfterWhatExpires() {
        bruno.tell(
                "customerDueDiligence",
                Map.of("status", "ok", "output", Map.of("score", "low", "expiresAt", "2031-03-03T10:00:00Z")));
        bruno.is("customerDueDiligence", "ok");

        bank.clock().advance(Duration.ofHours(1));

        assertThatThrownBy(
                        () -> bank.resource("users", BRUNO).set("/kyc/customerDueDiligence/output/expiresAt", "soon"))
                .hasMessageContaining("a moment");
        bruno.is("customerDueDiligence", "pending").has("/processes/customerDueDiligence/output/score", "low");
    }

    @Test
    void hasAutomaticProcessesRunOnceTheirTriggersAreOver() {
        bruno.tell("identity", Map.of("status", "pending"));
        bruno.tell("screening", Map.of("then", Map.of("status", "failed", "after", "PT10M")));
        bruno.tell("proofOfAddress", Map.of("method", "automatic"));
        bruno.is("screening", "pending");
        bruno.is("proofOfAddress", "pending").has("/processes/proofOfAddress/type", "none");

        bank.resource("users", BRUNO).set("/kyc/identity/status", "ok");

        bruno.is("screening", "running");
        bruno.is("risk", "ok");
        bruno.is("proofOfAddress", "ok")
                .has("/processes/proofOfAddress/type", "from-identity")
                .has("/processes/proofOfAddress/verification/triggers/0", "identity");

        bank.clock().advance(Duration.ofMinutes(10));

        bruno.is("screening", "failed");
    }

    @Test
    void isAboutPeople() {
        assertThat(new KycFile(bank, HARBOUR_COFFEE).overview()).hasStatus(403).has("/code", "subject_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-PT, en;q=0.5", "*", "zh-Hant-CN;q=0,de-*;q=1.000", "x-klingon ; q=0.25"})
    void readsTheLanguagesThatAreWanted(String languages) {
        assertThat(bruno.overview().header("Accept-Language", languages)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en;q=loud", "en;q=1.1", "en;q=0x1p0", "en de", "muchtoolong", ","})
    void refusesLanguagesThatItCannotRead(String languages) {
        assertThat(bruno.overview().header("Accept-Language", languages))
                .hasStatus(409)
                .has("/code", "locale_invalid")
                .has("/details/context", "headers")
                .has("/details/property", "accept-language");
    }

    @Test
    void readsManyLanguages() {
        String languages = IntStream.range(0, 12_000)
                .mapToObj(each -> "x-" + Integer.toString(each, Character.MAX_RADIX))
                .collect(Collectors.joining(","));

        assertThat(bruno.overview().header("Accept-Language", languages)).hasStatus(200);
        assertThat(bruno.overview().header("Accept-Language", languages + ",en;q=loud"))
                .hasStatus(409)
                .has("/code", "locale_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proof-of-address", "email,email"})
    void knowsItsProcessesByName(String detailed) {
        assertThat(bruno.overview(detailed)).hasStatus(400).has("/details/context", "query");
    }

    @Test
    void isKeptInExports() {
        bruno.tell("identity", Map.of("status", "ok", "input", Map.of("media", List.of())));
        bruno.tell("profile", Map.of("rules", Map.of("fullName", Map.of("presence", "required", "editable", false))));

        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            new KycFile(copy, BRUNO)
                    .is("profile", "ok")
                    .has("/processes/profile/verification/rules/fullName/presence", "required");
        }
    }
}
