package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a user is reached: e-mail address and phone number. */
class KycContactsTest {

    private static final String VERIFIED = ",\"output\":{\"verifiedAt\":\"2031-03-03T08:59:59Z\"}";

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("extends: uphold\nsettings: {checkReplies: true, disallowedEmailDomains: [blocked.example]}\n")
            .start();

    private final KycFile ada = new KycFile(bank, ADA);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    private static String email(String address, String more) {
        return "{\"input\":{\"email\":\"" + address + "\"}" + more + "}";
    }

    private static String phone(String number, String more) {
        return "{\"input\":{\"phone\":\"" + number + "\",\"country\":\"GB\"}" + more + "}";
    }

    @Test
    void areTheUsersFromThenOn() {
        assertThat(ada.update("email", email("ada.king@example.test", VERIFIED)))
                .hasStatus(200)
                .wasAllowed()
                .hasBody("""
                        {"email": {"code": "email", "status": "ok", "input": {"email": "ada.king@example.test"},
                          "output": {"verifiedAt": "2031-03-03T08:59:59Z"},
                          "verification": {"model": "partner-verified", "method": "manual", "dependencies": []}}}
                        """);
        assertThat(ada.update("phone", phone("+442079460001", VERIFIED)))
                .hasStatus(200)
                .wasAllowed()
                .has("/phone/status", "ok")
                .has("/phone/input/phone", "+442079460001")
                .has("/phone/input/country", "GB");

        assertThat(get(bank, "/core/users/me")
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(ADA))
                .has("/user/email", "ada.king@example.test")
                .has("/user/phone/number", "+442079460001");
    }

    @Test
    void arePendingUntilSomebodyVerifiedThem() {
        assertThat(ada.update("email", email("ada.king@example.test", "")))
                .has("/email/status", "pending")
                .lacks("/email/output");
        assertThat(ada.update("email", email("ada.king@example.test", VERIFIED)))
                .hasStatus(200)
                .wasAllowed()
                .has("/email/status", "ok");
    }

    @ParameterizedTest
    @CsvSource({"email,ADA@example.test", "phone,+442079460000"})
    void areVerifiedOnce(String process, String value) {
        String body = process.equals("email") ? email(value, "") : phone(value, "");

        ada.forbidden(process, body, process + "-already-verified");
        ada.tell(process, Map.of("status", "failed"));
        assertThat(ada.update(process, body)).hasStatus(200).wasAllowed();
    }

    @Test
    void areVerifiedByTheBankWhereItSaysSo() {
        ada.tell("email", Map.of("model", "uphold-verified"));

        ada.forbidden("email", email("ada.king@example.test", VERIFIED), "permission-denied");
        assertThat(ada.update("email", email("ada.king@example.test", ""))).has("/email/status", "pending");
        bank.resource("users", ADA).set("/kyc/email/status", "ok");
        ada.forbidden("email", email("ada.king@example.test", ""), "email-already-verified");
    }

    @ParameterizedTest
    @CsvSource({"running", "exempt"})
    void waitForWhatIsUnderWay(String status) {
        ada.tell("phone", Map.of("status", status, "then", Map.of("after", "PT1H")));

        ada.forbidden("phone", phone("+442079460001", ""), "kyc-process-update-not-allowed");
    }

    @Test
    void areNobodyElses() {
        ada.refused("email", email("Bruno@example.test", ""), "email_already_exists")
                .lacks("/details");
        bank.resource("users", "b52e8d07-c41f-4936-8e2a-5f90d7a3c618")
                .set("/phone", Map.of("number", "+442079460001", "country", "GB"));
        ada.refused("phone", phone("+442079460001", ""), "phone_already_exists").lacks("/details");
    }

    @Test
    void areSuchAsTheBankTakes() {
        ada.refused("email", email("ada@mail.blocked.example", ""), "email_incorrect_or_disallowed")
                .lacks("/details");
        ada.refused("phone", phone("+4420", ""), "phone_invalid").lacks("/details");
        ada.refused("phone", phone("+442079460001", "").replace("GB", "KP"), "country_not_supported")
                .has("/details/property", "input.country");
        bank.resource("countries", "GB").set("phoneNumbers", "^[+]447");
        ada.refused("phone", phone("+442079460001", ""), "phone_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-03-03t08:00:00z", "2030-12-31T23:59:60Z", "0000-01-01T00:00:00Z", "2031-03-03"})
    void wereVerifiedAtSomeMoment(String moment) {
        int status = ada.update(
                        "email", email("ada.king@example.test", VERIFIED.replace("2031-03-03T08:59:59Z", moment)))
                .send()
                .status();

        assertThat(status).isIn(200, 400, 409);
    }

    @Test
    void wereVerifiedInThePast() {
        ada.refused("email", email("ada.king@example.test", VERIFIED.replace("08:59:59", "09:00:00")), "date_invalid")
                .hasBody("""
                        {"code": "date_invalid", "message": "The date must be in the past",
                         "details": {"context": "body", "property": "output.verifiedAt",
                           "rule": "difference-greater-than-threshold", "threshold": {"limit": 0, "unit": "milliseconds"}}}
                        """);
    }
}
