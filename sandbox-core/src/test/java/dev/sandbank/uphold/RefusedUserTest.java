package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.uphold.Onboarding.INES;
import static dev.sandbank.uphold.Onboarding.OLDER;
import static dev.sandbank.uphold.Onboarding.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that are not made: not well-formed, there already, or not such as the bank serves. */
class RefusedUserTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Onboarding onboarding = new Onboarding(bank);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    @Test
    void makesEveryUserOnce() {
        assertThat(onboarding.create(INES)).hasStatus(201);

        conflict(onboarding.create(INES), "email_already_exists");
        conflict(onboarding.create(INES.replace("ines@", "INES@")), "email_already_exists");
        conflict(onboarding.create(INES.replace("ines@", "other@")), "phone_already_exists");
        conflict(onboarding.create(SHOP.replace("shop@example.test", "ada@example.test")), "email_already_exists");
    }

    @ParameterizedTest
    @CsvSource({
        "2013-03-04,older,difference-greater-than-or-equal-to-threshold,18",
        "2031-03-04,older,difference-greater-than-or-equal-to-threshold,18",
        "1931-03-02,newer,difference-less-than-or-equal-to-threshold,100"
    })
    void isOfAge(String birthdate, String direction, String rule, int limit) {
        conflict(onboarding.create(INES.replace("1990-03-03", birthdate)), "date_invalid")
                .hasBody("""
                {"code": "date_invalid", "message": "The date must be %s than or equal to %s years ago",
                 "details": {"context": "body", "property": "birthdate", "rule": "%s",
                   "threshold": {"limit": %s, "unit": "years"}}}
                """.formatted(direction, limit, rule, limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-03-03", "1931-03-03"})
    void isOldEnoughOnTheVeryDay(String birthdate) {
        assertThat(onboarding.create(INES.replace("1990-03-03", birthdate))).hasStatus(201);
    }

    @Test
    void wasNotOnboardedInTheFuture() {
        conflict(onboarding.create(OLDER.replace("2025-02-01T01:00:00+01:00", "2031-03-03T09:00:00Z")), "date_invalid")
                .has("/details/property", "partnerOnboardedAt")
                .has("/details/threshold/limit", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"primaryCitizenship\": \"PT\"','\"primaryCitizenship\": \"KP\"',country_not_supported,primaryCitizenship",
        "'\"primaryCitizenship\": \"PT\"','\"primaryCitizenship\": \"XX\"',country_not_supported,primaryCitizenship",
        "'{\"country\": \"GB\", \"sub','{\"country\": \"KP\", \"sub',country_not_supported,address.country",
        "'\"+447400123456\", \"country\": \"GB\"','\"+850400123456\", \"country\": \"KP\"',country_not_supported,phone.country",
        "'{\"country\": \"GB\", \"subdivision\": \"GB-MAN\",','{\"country\": \"US\",',subdivision_required,address.subdivision",
        "'\"GB\", \"subdivision\": \"GB-MAN\"','\"US\", \"subdivision\": \"US-NY\"',subdivision_not_supported,address.subdivision",
        "'\"GB\", \"subdivision\": \"GB-MAN\"','\"US\", \"subdivision\": \"US-XX\"',subdivision_not_supported,address.subdivision"
    })
    void comesFromWhereTheBankServes(String from, String to, String code, String property) {
        conflict(onboarding.create(INES.replace(from, to)), code)
                .has("/details/context", "body")
                .has("/details/property", property);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rita <b>", "Rita 2nd", "Rita_Maria Lopes", "Rita \ud83d\ude00"})
    void hasANameOfLetters(String name) {
        conflict(onboarding.create(INES.replace("Ines Prado", name)), "invalid_characters")
                .has("/details/context", "body")
                .has("/details/property", "fullName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D'Arcy O’Neill", "Ana-Sofia St. John, Jr.", "Zoë Ñu\u0301ñez"})
    void mayHaveEveryNameThatPeopleHave(String name) {
        assertThat(onboarding.create(INES.replace("Ines Prado", name))).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PO Box 7", "P.O. box 7", "post office box 7"})
    void doesNotLiveInAPostOfficeBox(String line) {
        conflict(onboarding.create(living("line2", line)), "po_boxes_not_allowed")
                .lacks("/details");
        assertThat(onboarding.create(living("line1", "Boxer Street 7"))).hasStatus(201);
    }

    @Test
    void hasAPostalCodeOfItsCountry() {
        try (Sandbank strict = of("countries: [{id: GB, postalCodes: '^[A-Z]{1,2}[0-9]'}, {id: PT}]")) {
            Onboarding there = new Onboarding(strict);

            conflict(there.create(living("postalCode", "4000-123")), "postal_code_invalid")
                    .has("/details/property", "address.postalCode");
            assertThat(there.create(living("postalCode", "M1 1AE"))).hasStatus(201);
        }
        assertThat(onboarding.create(living("postalCode", "4000-123"))).hasStatus(201);
    }

    @Test
    void hasAPhoneNumberOfItsCountry() {
        conflict(onboarding.create(INES.replace("+447400123456", "+4474001")), "phone_invalid")
                .lacks("/details");
        try (Sandbank strict = of("countries: [{id: GB, phoneNumbers: '^[+]447[0-9]{9}$'}, {id: PT}]")) {
            Onboarding there = new Onboarding(strict);

            conflict(there.create(INES.replace("+447400123456", "+4474001234567")), "phone_invalid");
            assertThat(there.create(INES)).hasStatus(201);
        }
    }

    @Test
    void hasNoAddressAtADomainThatIsNotAllowed() {
        try (Sandbank strict = of("settings: {disallowedEmailDomains: [example.test]}")) {
            for (String domain : List.of("EXAMPLE.test", "mail.example.test")) {
                conflict(
                                new Onboarding(strict).create(INES.replace("example.test", domain)),
                                "email_incorrect_or_disallowed")
                        .lacks("/details");
            }
            assertThat(new Onboarding(strict).create(INES.replace("example.test", "no-example.test")))
                    .hasStatus(201);
        }
    }

    private static String living(String member, String value) {
        ObjectNode body = (ObjectNode) Answer.parse(INES);
        body.withObject("/address").put(member, value);
        return body.toString();
    }

    private static Sandbank of(String more) {
        Sandbank bank = Sandbank.builder()
                .fixtureText("bank: uphold\nextends: uphold\n" + more + "\n")
                .start();
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        return bank;
    }

    @ParameterizedTest
    @CsvSource({"US,US-OR,general-gb-fca", "GB,,general-us-hq", "BS,,general-gb-fca"})
    void acceptsTheTermsOfItsCountry(String country, String subdivision, String terms) {
        String more = subdivision == null ? "" : ", \"subdivision\": \"" + subdivision + "\"";
        String shop = SHOP.replace("\"GB\"", "\"" + country + "\"" + more);

        conflict(onboarding.create(shop.replace("general-gb-fca", terms)), "terms_of_service_mismatch")
                .lacks("/details");
    }

    @Test
    void acceptsTheTermsOfOthersWhereNoneNamesItsCountry() {
        assertThat(onboarding.create(SHOP.replace("\"GB\"", "\"BS\"").replace("general-gb-fca", "general-bs-scb")))
                .hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({
        "type,required",
        "email,required",
        "termsOfService,required",
        "primaryCitizenship,required",
        "address,required"
    })
    void lacksNothing(String member, String rule) {
        ObjectNode body = (ObjectNode) Answer.parse(INES);
        body.remove(member);

        violated(onboarding.create(body.toString()), member, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"individual\"','\"robot\"',type,enum",
        "'ines@example.test','nobody',email,pattern",
        "'general-gb-fca','general-xx',termsOfService,enum",
        "'\"PT\"','\"Portugal\"',primaryCitizenship,pattern",
        "'\"country\": \"GB\", ','',address.country,required",
        "'GB-MAN','MAN',address.subdivision,pattern",
        "'+447400123456','07400123456',phone.number,pattern",
        "'Ines Prado','Ines',fullName,pattern",
        "'Ines Prado',' Ines Prado',fullName,pattern",
        "'1990-03-03','1990-02-30',birthdate,format",
        "'\"fullName\"','\"name\"',name,additionalProperties",
        "'\"fullName\"','\"id\": \"x\", \"fullName\"',id,additionalProperties",
        "'\"fullName\"','\"metadata\": {}, \"fullName\"',metadata,minProperties"
    })
    void isReadStrictly(String from, String to, String property, String rule) {
        violated(onboarding.create(INES.replace(from, to)), property, rule);
    }

    @Test
    void mixesNoForms() {
        violated(
                onboarding.create(OLDER.replace("\"country\"", "\"address\": {\"country\": \"US\"}, \"country\"")),
                "address",
                "additionalProperties");
        violated(
                onboarding.create(OLDER.replace("\"citizenshipCountry\": \"LT\", ", "")),
                "citizenshipCountry",
                "required");
        violated(onboarding.create(SHOP.replace("\"country\": \"GB\",", "")), "country", "required");
        violated(onboarding.create(SHOP.replace("private-limited-company", "family")), "legalEntityType", "enum");
    }

    private static void violated(HttpCall create, String property, String rule) {
        Answer answer = create.send();
        assertThat(answer)
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "body")
                .wasRefusedAt("input", "input-invalid");
        assertThat(answer.each("/details/violations", "property")).contains(property);
        assertThat(answer.each("/details/violations", "rule")).contains(rule);
    }

    private static AnswerAssert conflict(HttpCall create, String code) {
        return assertThat(create).hasStatus(409).has("/code", code);
    }
}
