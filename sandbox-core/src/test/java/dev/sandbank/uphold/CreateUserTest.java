package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ACT;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADA_ONLY;
import static dev.sandbank.uphold.Onboarding.INES;
import static dev.sandbank.uphold.Onboarding.OLDER;
import static dev.sandbank.uphold.Onboarding.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code core.create-user}: a new person or business, made by the client itself. */
class CreateUserTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Onboarding onboarding = new Onboarding(bank);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    @Test
    void makesAnIndividual() {
        Answer made = onboarding.create(INES).send();

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
        Answer made = onboarding.create(SHOP).send();

        assertThat(made).hasStatus(201).hasBody("""
                {"user": {"id": "%s", "type": "business", "email": "shop@example.test", "address": {"country": "GB"},
                  "createdAt": "2031-03-03T09:00:00.000Z", "updatedAt": "2031-03-03T09:00:00.000Z"}}
                """.formatted(made.text("/user/id")));
    }

    @Test
    void takesTheOlderFormOfAnIndividual() {
        Answer made = onboarding.create(OLDER).send();

        assertThat(made).hasStatus(201).hasBody("""
                {"user": {"id": "%s", "type": "individual", "email": "olga@example.test", "primaryCitizenship": "LT",
                  "citizenshipCountry": "LT", "address": {"country": "US", "subdivision": "US-CA"},
                  "partnerOnboardedAt": "2025-02-01T00:00:00.000Z",
                  "createdAt": "2031-03-03T09:00:00.000Z", "updatedAt": "2031-03-03T09:00:00.000Z"}}
                """.formatted(made.text("/user/id")));
    }

    @Test
    void makesAUserWhoCanBeActedForAtOnce() {
        String id = onboarding.create(INES).send().text("/user/id");
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
        assertThat(onboarding.create(INES, bank.tokens().forClient(ADA_ONLY)))
                .hasStatus(403)
                .has("/code", "subject_not_allowed")
                .wasRefusedAt("subject", "subject-not-allowed");
        assertThat(onboarding
                        .create(INES, bank.tokens().forClient("payouts", "core.users:create", ACT))
                        .onBehalfOf(ADA))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
    }

    @Test
    void isNotTouchedByBlockedUsers() {
        bank.user(ADA).block();
        bank.user("e7b4a0c9-2d16-4f83-9c5e-71a8d0b36f24").unblock();
        bank.user("e7b4a0c9-2d16-4f83-9c5e-71a8d0b36f24").block();

        assertThat(onboarding.create(INES)).hasStatus(201);
    }

    @Test
    void keepsMetadataUnlessThereIsTooMuch() {
        assertThat(onboarding.create(INES.replace("\"fullName\"", "\"metadata\": {\"externalId\": 123}, \"fullName\"")))
                .hasStatus(201)
                .lacks("/errors")
                .lacks("/user/metadata");
        assertThat(onboarding.create(SHOP.replace(
                        "\"country\"", "\"metadata\": {\"a\": \"" + "x".repeat(1030) + "\"}, \"country\"")))
                .hasStatus(201)
                .hasMembersOnly("", "user", "errors")
                .has("/errors/metadata/code", "content_too_large");
    }
}
