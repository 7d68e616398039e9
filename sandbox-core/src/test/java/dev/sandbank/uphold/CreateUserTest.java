package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ACT;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADA_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.create-user}: a new person or business, made by the client itself. */
class CreateUserTest {

    private static final String INES = """
            {"type": "individual", "email": "ines@example.test", "termsOfService": "general-gb-fca",
             "fullName": "Ines Prado", "birthdate": "1990-03-03", "primaryCitizenship": "PT",
             "address": {"country": "GB", "subdivision": "GB-MAN", "city": "Manchester", "line1": "1 High Street",
               "line2": "Northern Quarter", "postalCode": "M4 1AA"},
             "phone": {"number": "+447400123456", "country": "GB"}}""";
    private static final String SHOP = """
            {"type": "business", "email": "shop@example.test", "termsOfService": "general-gb-fca", "country": "GB",
             "legalEntityType": "private-limited-company"}""";
    private static final String OLDER = """
            {"type": "individual", "email": "olga@example.test", "termsOfService": "general-us-hq",
             "citizenshipCountry": "LT", "country": "US", "subdivision": "US-CA",
             "partnerOnboardedAt": "2025-02-01T01:00:00+01:00"}""";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    @Test
    void makesAnIndividual() {
        Answer made = create(INES).send();

        assertThat(made).hasStatus(201).wasAllowed().hasNoHeader("Location").hasBody("""
                {"user": {"id": "%s", "type": "individual", "email": "ines@example.test", "fullName": "Ines Prado",
                  "birthdate": "1990-03-03", "primaryCitizenship": "PT",
                  "address": {"country": "GB", "subdivision": "GB-MAN", "city": "Manchester", "line1": "1 High Street",
                    "line2": "Northern Quarter", "postalCode": "M4 1AA"},
                  "phone": {"number": "+447400123456", "country": "GB"},
                  "createdAt": "2031-03-03T09:00:00.000Z", "updatedAt": "2031-03-03T09:00:00.000Z"}}
                """.formatted(
                        made.text("/user/id")));
    }

    @Test
    void makesABusiness() {
        Answer made = create(SHOP).send();

        assertThat(made).hasStatus(201).hasBody("""
                {"user": {"id": "%s", "type": "business", "email": "shop@example.test", "address": {"country": "GB"},
                  "createdAt": "2031-03-03T09:00:00.000Z", "updatedAt": "2031-03-03T09:00:00.000Z"}}
                """.formatted(made.text("/user/id")));
    }

    @Test
    void takesTheOlderFormOfAnIndividual() {
        Answer made = create(OLDER).send();

        assertThat(made).hasStatus(201).hasBody("""
                {"user": {"id": "%s", "type": "individual", "email": "olga@example.test", "primaryCitizenship": "LT",
                  "citizenshipCountry": "LT", "address": {"country": "US", "subdivision": "US-CA"},
                  "partnerOnboardedAt": "2025-02-01T00:00:00.000Z",
                  "createdAt": "2031-03-03T09:00:00.000Z", "updatedAt": "2031-03-03T09:00:00.000Z"}}
                """.formatted(made.text("/user/id")));
    }

    @Test
    void makesAUserWhoCanBeActedForAtOnce() {
        String id = create(INES).send().text("/user/id");
        String token = bank.tokens().forClient("payouts");

        assertThat(get(bank, "/core/users/me").bearer(token).onBehalfOf(id))
                .hasStatus(200)
                .has("/user/email", "ines@example.test");
        assertThat(post(bank, "/core/accounts")
                        .bearer(token)
                        .onBehalfOf(id)
                        .json("{\"label\":\"First\",\"asset\":\"GBP\"}"))
                .hasStatus(201)
                .has("/account/ownerId", id);
        bank.user(id).block();
        assertThat(post(bank, "/core/accounts").bearer(token).onBehalfOf(id).json("{}"))
                .hasStatus(409);
    }

    @Test
    void needsTheAddressOfThePerson() {
        assertThat(post(bank, "/core/users")
                        .bearer(bank.tokens().forClient("onboarding"))
                        .json(INES))
                .hasStatus(409)
                .has("/code", "operation_not_allowed")
                .has("/details/reasons/0", "missing-user-ip-header")
                .lacks("/details/reasons/1")
                .wasRefusedAt("rules", "not-permitted");
    }

    @Test
    void isForTheClientItselfAndNoUser() {
        bank.client(ADA_ONLY).setScopes("core.users:create");
        assertThat(create(INES, bank.tokens().forClient(ADA_ONLY)))
                .hasStatus(403)
                .has("/code", "subject_not_allowed")
                .wasRefusedAt("subject", "subject-not-allowed");
        assertThat(create(INES, bank.tokens().forClient("payouts", "core.users:create", ACT))
                        .onBehalfOf(ADA))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
    }

    @Test
    void isNotTouchedByBlockedUsers() {
        bank.user(ADA).block();
        bank.user("e7b4a0c9-2d16-4f83-9c5e-71a8d0b36f24").unblock();
        bank.user("e7b4a0c9-2d16-4f83-9c5e-71a8d0b36f24").block();

        assertThat(create(INES)).hasStatus(201);
    }

    @Test
    void makesEveryUserOnce() {
        assertThat(create(INES)).hasStatus(201);

        conflict(create(INES), "email_already_exists");
        conflict(create(INES.replace("ines@", "INES@")), "email_already_exists");
        conflict(create(INES.replace("ines@", "other@")), "phone_already_exists");
        conflict(create(SHOP.replace("shop@example.test", "ada@example.test")), "email_already_exists");
    }

    @ParameterizedTest
    @CsvSource({
        "2013-03-04,older,difference-greater-than-or-equal-to-threshold,18",
        "2031-03-04,older,difference-greater-than-or-equal-to-threshold,18",
        "1931-03-02,newer,difference-less-than-or-equal-to-threshold,100"
    })
    void isOfAge(String birthdate, String direction, String rule, int limit) {
        conflict(create(INES.replace("1990-03-03", birthdate)), "date_invalid")
                .hasBody("""
                {"code": "date_invalid", "message": "The date must be %s than or equal to %s years ago",
                 "details": {"context": "body", "property": "birthdate", "rule": "%s",
                   "threshold": {"limit": %s, "unit": "years"}}}
                """.formatted(direction, limit, rule, limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-03-03", "1931-03-03"})
    void isOldEnoughOnTheVeryDay(String birthdate) {
        assertThat(create(INES.replace("1990-03-03", birthdate))).hasStatus(201);
    }

    @Test
    void wasNotOnboardedInTheFuture() {
        conflict(create(OLDER.replace("2025-02-01T01:00:00+01:00", "2031-03-03T09:00:00Z")), "date_invalid")
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
        conflict(create(INES.replace(from, to)), code)
                .has("/details/context", "body")
                .has("/details/property", property);
    }

    @ParameterizedTest
    @CsvSource({"US,US-OR,general-gb-fca", "GB,,general-us-hq", "BS,,general-gb-fca"})
    void acceptsTheTermsOfItsCountry(String country, String subdivision, String terms) {
        String more = subdivision == null ? "" : ", \"subdivision\": \"" + subdivision + "\"";
        String shop = SHOP.replace("\"GB\"", "\"" + country + "\"" + more);

        conflict(create(shop.replace("general-gb-fca", terms)), "terms_of_service_mismatch")
                .lacks("/details");
    }

    @Test
    void acceptsTheTermsOfOthersWhereNoneNamesItsCountry() {
        assertThat(create(SHOP.replace("\"GB\"", "\"BS\"").replace("general-gb-fca", "general-bs-scb")))
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

        violated(create(body.toString()), member, rule);
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
        violated(create(INES.replace(from, to)), property, rule);
    }

    @Test
    void mixesNoForms() {
        violated(
                create(OLDER.replace("\"country\"", "\"address\": {\"country\": \"US\"}, \"country\"")),
                "address",
                "additionalProperties");
        violated(create(OLDER.replace("\"citizenshipCountry\": \"LT\", ", "")), "citizenshipCountry", "required");
        violated(create(SHOP.replace("\"country\": \"GB\",", "")), "country", "required");
        violated(create(SHOP.replace("private-limited-company", "family")), "legalEntityType", "enum");
    }

    @Test
    void keepsMetadataUnlessThereIsTooMuch() {
        assertThat(create(INES.replace("\"fullName\"", "\"metadata\": {\"externalId\": 123}, \"fullName\"")))
                .hasStatus(201)
                .lacks("/errors")
                .lacks("/user/metadata");
        assertThat(create(SHOP.replace(
                        "\"country\"", "\"metadata\": {\"a\": \"" + "x".repeat(1030) + "\"}, \"country\"")))
                .hasStatus(201)
                .hasMembersOnly("", "user", "errors")
                .has("/errors/metadata/code", "content_too_large");
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

    private HttpCall create(String body) {
        return create(body, bank.tokens().forClient("onboarding"));
    }

    private HttpCall create(String body, String token) {
        return post(bank, "/core/users")
                .bearer(token)
                .header("X-Uphold-User-Ip", "192.0.2.7")
                .json(body);
    }
}
