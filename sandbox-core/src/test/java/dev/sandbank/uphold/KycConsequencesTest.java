package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.uphold.Onboarding.INES;
import static dev.sandbank.uphold.Onboarding.OLDER;
import static dev.sandbank.uphold.Onboarding.SHOP;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What KYC is good for: what users are capable of, and where new users begin. */
class KycConsequencesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("extends: uphold\nsettings: {kycOfNewUsers: pending}\n")
            .start();

    private final KycFile ada = new KycFile(bank, ADA);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    private AnswerAssert capability(String code) {
        return assertThat(get(bank, "/core/capabilities/" + code)
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(ADA));
    }

    private AnswerAssert trades() {
        return capability("trades");
    }

    private AnswerAssert buy() {
        return assertThat(
                new Payer(bank, ADA).quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), amount("EUR", "10.00")));
    }

    @ParameterizedTest
    @CsvSource({
        "phone,phone-number",
        "identity,identity",
        "identity,identity-via-physical-document",
        "customerDueDiligence,customer-due-diligence",
        "taxDetails,w9-form",
        "profile,full-name"
    })
    void areMetByWhatIsDone(String process, String requirement) {
        bank.resource("users", ADA)
                .set(
                        "capabilities",
                        List.of(Map.of("code", "trades", "requirements", List.of("user-must-submit-" + requirement))));
        ada.tell(process, Map.of("status", "pending"));
        trades().has("/capability/requirements/0", "user-must-submit-" + requirement);
        buy().hasStatus(409).has("/code", "user_capability_failure");

        bank.resource("users", ADA).set("/kyc/" + process + "/status", "ok");

        trades().lacks("/capability/requirements/0");
        buy().hasStatus(201);
    }

    @Test
    void areNotMetByAnotherTypeOfSubmission() {
        bank.resource("users", ADA)
                .set(
                        "capabilities",
                        List.of(Map.of(
                                "code",
                                "trades",
                                "requirements",
                                List.of("user-must-submit-identity-via-physical-document"))));

        ada.tell("identity", Map.of("status", "ok", "type", "electronic-verification"));

        trades().has("/capability/requirements/0", "user-must-submit-identity-via-physical-document");
    }

    @ParameterizedTest
    @CsvSource({
        "identity,failed,user-identity-not-valid",
        "address,failed,user-residential-address-not-valid",
        "screening,failed,user-status-not-valid",
        "screening,running,user-screening-running"
    })
    void areRestrictionsOfAllCapabilities(String process, String status, String restriction) {
        ada.tell(process, Map.of("status", status, "then", Map.of("after", "PT1H")));

        trades().has("/capability/enabled", "false").has("/capability/restrictions/0", restriction);
        buy().hasStatus(409)
                .has("/details/capability/code", "trades")
                .has("/details/capability/restrictions/0", restriction);

        ada.tell(process, Map.of("status", "ok"));
        trades().has("/capability/enabled", "true").lacks("/capability/restrictions/0");
        buy().hasStatus(201);
    }

    @Test
    void doNotNameCapabilitiesThatTheBankDoesNotOfferEverybody() {
        ada.tell("identity", Map.of("status", "failed"));

        capability("paypal").hasStatus(404);
    }

    @Test
    void beginWithTheCreationOfAUser() {
        KycFile ines =
                new KycFile(bank, new Onboarding(bank).create(INES).send().text("/user/id"));

        assertThat(ines.overview())
                .has("/summary/status", "pending")
                .has("/processes/profile/status", "ok")
                .has("/processes/address/status", "ok")
                .has("/processes/email/status", "pending")
                .has("/processes/phone/status", "pending")
                .has("/processes/enhancedDueDiligence/status", "pending")
                .has("/processes/screening/status", "pending")
                .has("/processes/risk/status", "pending");
        ines.tell("identity", Map.of("status", "ok"));
        assertThat(ines.overview()).has("/processes/screening/status", "ok").has("/processes/risk/status", "ok");
    }

    @Test
    void beginWithAProfileThatIsNotComplete() {
        KycFile olga =
                new KycFile(bank, new Onboarding(bank).create(OLDER).send().text("/user/id"));

        assertThat(olga.overview())
                .has("/processes/profile/status", "pending")
                .has("/processes/address/status", "pending");
        assertThat(olga.update("profile", "{\"input\":{\"fullName\":\"Olga Lind\",\"birthdate\":\"1980-01-01\"}}"))
                .has("/profile/status", "ok");
        olga.is("address", "ok");
    }

    @Test
    void areNotForBusinesses() {
        assertThat(new Onboarding(bank).create(SHOP)).hasStatus(201);
    }

    @Test
    void areOverForNewUsersIfNothingElseIsSaid() {
        try (Sandbank usual = Sandbank.start("uphold")) {
            String id = new Onboarding(usual).create(INES).send().text("/user/id");

            assertThat(new KycFile(usual, id).overview()).has("/summary/status", "ok");
        }
    }

    @Test
    void followTheClock() {
        ada.tell("identity", Map.of("status", "running", "then", Map.of("status", "failed", "after", "PT1H")));
        buy().hasStatus(201);

        bank.clock().advance(Duration.ofHours(1));

        trades().has("/capability/restrictions/0", "user-identity-not-valid");
    }
}
