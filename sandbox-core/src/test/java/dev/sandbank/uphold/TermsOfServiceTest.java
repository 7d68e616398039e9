package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.HARBOUR_COFFEE;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose terms there are, and which of them users accepted. */
class TermsOfServiceTest {

    private static final String LISTLESS = """
            bank: uphold
            clock: 2031-03-03T08:00:00Z
            clients:
              - {id: care, secret: care-2Jm8sW,
                 scopes: [core.users:act-on-behalf-of, core.terms-of-service:read, core.terms-of-service:accept]}
            users:
              - {id: 6a1d3f58-90c2-4e7b-b4a6-0d8e2c7f9135, type: business, email: a@example.test,
                 acceptedTerms: [{code: general-gb-fca, acceptedAt: 2030-01-01T01:00:00Z}, {code: general-us-hq}]}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    private static HttpCall ask(Sandbank bank, String path) {
        return get(bank, "/core/terms-of-service" + path).bearer(bank.tokens().forClient("care"));
    }

    private static HttpCall accept(Sandbank bank, String code) {
        return post(bank, "/core/terms-of-service/" + code + "/accept")
                .bearer(bank.tokens().forClient("care"));
    }

    private HttpCall accept() {
        return accept(bank, "unique-account-number-viban").header("X-Uphold-User-Ip", "192.0.2.7");
    }

    @Test
    void tellForWhomTheyAre() {
        assertThat(ask(bank, "/unique-account-number-viban"))
                .hasStatus(200)
                .wasAllowed()
                .hasBody("""
                {"termsOfService": {"code": "unique-account-number-viban", "type": "unique-account-number",
                 "countries": ["GB", "PT", "LT"], "userTypes": ["individual"], "modifiedAt": "2025-06-01T00:00:00.000Z"}}
                """);
        assertThat(ask(bank, "/general-bs-scb"))
                .has("/termsOfService/type", "general")
                .lacks("/termsOfService/countries")
                .lacks("/termsOfService/userTypes")
                .lacks("/termsOfService/acceptedAt");
    }

    @ParameterizedTest
    @CsvSource({
        "'','general-us-hq,general-gb-fca,general-pt-bop,general-lt-fcs,general-bs-scb,unique-account-number-viban'",
        "type=unique-account-number,unique-account-number-viban",
        "type=general&country=PT,'general-pt-bop,general-bs-scb'",
        "country=PT,'general-pt-bop,general-bs-scb,unique-account-number-viban'",
        "country=GB&userType=business,'general-gb-fca,general-bs-scb'",
        "country=FR,general-bs-scb"
    })
    void areListedIfTheyApply(String query, String codes) {
        assertThat(ask(bank, "?" + query).send().each("/termsOfService", "code"))
                .containsExactly(codes.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?type=special", "?country=gb", "?userType=robot", "/general-fr-acpr"})
    void areNotToldForWhatIsNotWellFormed(String path) {
        assertThat(ask(bank, path)).hasStatus(400).has("/code", "request_invalid");
    }

    @Test
    void areAcceptedWhenUsersAreMade() {
        assertThat(ask(bank, "/general-gb-fca").onBehalfOf(ADA))
                .has("/termsOfService/acceptedAt", ada().text("/user/createdAt"));
        assertThat(ask(bank, "/general-pt-bop").onBehalfOf(ADA)).lacks("/termsOfService/acceptedAt");
        assertThat(ask(bank, "?type=general").onBehalfOf(ADA).send().each("/termsOfService", "acceptedAt"))
                .containsExactly("", ada().text("/user/createdAt"), "", "", "");
    }

    private Answer ada() {
        return get(bank, "/core/users/me")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(ADA)
                .send();
    }

    @Test
    void areAcceptedOnceAndAnswerARequirement() {
        String requirement = "/capability/requirements/0";
        HttpCall capability = get(bank, "/core/capabilities/unique-account-number-viban")
                .bearer(bank.tokens().forClient("care"))
                .onBehalfOf(NELL);
        assertThat(capability).has(requirement, "user-must-accept-unique-account-number-viban-terms-of-service");

        assertThat(accept().onBehalfOf(NELL)).hasStatus(201).wasAllowed().hasBody("""
                {"termsOfService": {"code": "unique-account-number-viban", "type": "unique-account-number",
                 "countries": ["GB", "PT", "LT"], "userTypes": ["individual"], "modifiedAt": "2025-06-01T00:00:00.000Z",
                 "acceptedAt": "2031-03-03T09:00:00.000Z"}}
                """);

        assertThat(ask(bank, "/unique-account-number-viban").onBehalfOf(NELL))
                .has("/termsOfService/acceptedAt", "2031-03-03T09:00:00.000Z");
        assertThat(ask(bank, "/general-lt-fcs").onBehalfOf(NELL).send().text("/termsOfService/acceptedAt"))
                .isNotEmpty();
        assertThat(capability).hasStatus(200).lacks(requirement);
        refused(accept().onBehalfOf(NELL), "terms-of-service-already-accepted");
    }

    @Test
    void areAcceptedByThoseForWhomTheyAre() {
        refused(accept(bank, "unique-account-number-viban").onBehalfOf(HARBOUR_COFFEE), "missing-user-ip-header");
        refused(accept().onBehalfOf(HARBOUR_COFFEE), "terms-of-service-not-applicable");
        bank.resource("users", NELL).set("/address/country", "BS");
        refused(accept().onBehalfOf(NELL), "terms-of-service-not-applicable");
    }

    private static void refused(HttpCall accept, String reason) {
        assertThat(accept)
                .hasStatus(409)
                .has("/code", "operation_not_allowed")
                .has("/details/reasons/0", reason)
                .lacks("/details/reasons/1")
                .wasRefusedAt("rules", "not-permitted");
    }

    @Test
    void areAcceptedByUsersWhoAreNotBlocked() {
        assertThat(accept()).hasStatus(403).has("/code", "subject_not_allowed");
        assertThat(accept().onBehalfOf(MALLORY))
                .hasStatus(409)
                .has("/code", "operation-not-allowed")
                .wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);
        assertThat(accept(bank, "general-lt-fcs").onBehalfOf(NELL)).hasStatus(400);
    }

    @Test
    void needTheirScopes() {
        String token = bank.tokens().forClient("payouts");

        assertThat(get(bank, "/core/terms-of-service").bearer(token))
                .has("/details/security/0/schemeScopes/0", "core.terms-of-service:read");
        assertThat(post(bank, "/core/terms-of-service/unique-account-number-viban/accept")
                        .bearer(token)
                        .onBehalfOf(NELL))
                .has("/details/security/0/schemeScopes/0", "core.terms-of-service:accept");
    }

    @Test
    void areThoseOfThePublishedPagesWithoutAList() {
        try (Sandbank listless = Sandbank.builder().fixtureText(LISTLESS).start()) {
            assertThat(ask(listless, "").send().each("/termsOfService", "code")).hasSize(6);
            assertThat(ask(listless, "/general-gb-fca").onBehalfOf(HARBOUR_COFFEE))
                    .hasBody("""
                    {"termsOfService": {"code": "general-gb-fca", "type": "general",
                     "modifiedAt": "2031-03-03T08:00:00.000Z", "acceptedAt": "2030-01-01T01:00:00.000Z"}}
                    """);
            assertThat(ask(listless, "/general-us-hq").onBehalfOf(HARBOUR_COFFEE))
                    .has("/termsOfService/acceptedAt", "2031-03-03T08:00:00.000Z");
            assertThat(accept(listless, "unique-account-number-viban")
                            .header("X-Uphold-User-Ip", "192.0.2.7")
                            .onBehalfOf(HARBOUR_COFFEE))
                    .hasStatus(201);
        }
    }
}
