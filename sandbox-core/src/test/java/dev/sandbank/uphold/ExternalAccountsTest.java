package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_LOST_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_US_BANK;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_BANK;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** External accounts that are there: listed, looked at, renamed and deleted. */
class ExternalAccountsTest {

    private static final String PATH = "/core/external-accounts/";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void areListedForTheirOwnerWithoutPages() {
        Answer list = as(ADA, get(bank, "/core/external-accounts")).send();

        assertThat(list).hasStatus(200).wasAllowed().hasMembersOnly("", "externalAccounts");
        assertThat(list.each("/externalAccounts", "id"))
                .containsExactlyInAnyOrder(ADAS_BANK, ADAS_CARD, ADAS_US_BANK, ADAS_LOST_CARD);
    }

    @ParameterizedTest
    @CsvSource({
        ADAS_CARD + ", type last4Digits expiryDate octSupport",
        ADAS_BANK + ", sortCode accountNumber",
        ADAS_US_BANK + ", address routingNumber accountNumber accountType"
    })
    void haveDetailsOfTheirKindAlwaysTheSame(String id, String members) {
        Answer account = as(ADA, get(bank, PATH + id)).send();

        assertThat(account)
                .hasStatus(200)
                .has("/externalAccount/ownerId", ADA)
                .has("/externalAccount/status", "ok")
                .hasMembersOnly("/externalAccount/details", members.split(" ", -1));
        assertThat(as(ADA, get(bank, PATH + id))).hasBody(account.body());
    }

    @Test
    void ofSepaHaveAnIbanWithGoodCheckDigits() {
        String iban = as(BRUNO, get(bank, PATH + BRUNOS_BANK)).send().text("/externalAccount/details/iban");

        String digits = iban.substring(4) + "2129" + iban.substring(2, 4);
        assertThat(new BigInteger(digits).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
    }

    @Test
    void getAnotherLabelAndNothingElse() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        bank.clock().advance(Duration.ofMinutes(1));

        assertThat(rename(ADA, ADAS_CARD, "{\"label\": \"Red card\"}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/externalAccount/label", "Red card")
                .has("/externalAccount/network", "visa")
                .has("/externalAccount/updatedAt", "2031-03-03T09:01:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"label\": \" x\"}", "{\"label\": \"x\", \"status\": \"ok\"}", "[]"})
    void takeNothingButALabel(String body) {
        assertThat(rename(ADA, ADAS_CARD, body)).hasStatus(400).has("/code", "request_invalid");
    }

    @Test
    void cannotBeRenamedWhereTheyAreNotSetUp() {
        String fixture = "bank: uphold\nextends: uphold\nsettings: {nodeTypes: [account]}\n";
        try (Sandbank other = Sandbank.builder().fixtureText(fixture).start()) {
            assertThat(call(other, "PATCH", PATH + ADAS_CARD)
                            .bearer(other.tokens().forClient("treasury"))
                            .onBehalfOf(ADA)
                            .json("{\"label\": \"Red card\"}"))
                    .hasStatus(409)
                    .has("/code", "operation_not_allowed")
                    .has("/details/reasons/0", "permission-denied");
        }
    }

    @Test
    void areGoneOnceTheyAreDeleted() {
        assertThat(as(ADA, call(bank, "DELETE", PATH + ADAS_CARD)))
                .hasStatus(204)
                .wasAllowed();

        assertThat(as(ADA, get(bank, PATH + ADAS_CARD))).hasStatus(404);
        assertThat(as(ADA, call(bank, "DELETE", PATH + ADAS_CARD))).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"GET," + BRUNOS_BANK, "PATCH," + BRUNOS_BANK, "DELETE," + BRUNOS_BANK, "GET," + UNKNOWN_ACCOUNT})
    void areNotThereForOthers(String method, String id) {
        HttpCall asked = as(ADA, call(bank, method, PATH + id));

        assertThat(method.equals("PATCH") ? asked.json("{\"label\": \"Mine\"}") : asked)
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "external-account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void haveUuids(String method) {
        assertThat(as(ADA, call(bank, method, PATH + "one")))
                .hasStatus(400)
                .has("/details/context", "path")
                .has("/details/violations/0/property", "externalAccountId");
    }

    @Test
    void ofABlockedUserStayAsTheyAre() {
        assertThat(rename(MALLORY, ADAS_CARD, "{}")).hasStatus(409).has("/code", "operation-not-allowed");
        assertThat(as(MALLORY, call(bank, "DELETE", PATH + ADAS_CARD)))
                .hasStatus(409)
                .has("/code", "operation-not-allowed");
        assertThat(as(MALLORY, get(bank, "/core/external-accounts"))).hasStatus(200);
    }

    @Test
    void areOfUsers() {
        assertThat(get(bank, "/core/external-accounts").bearer(bank.tokens().forClient("treasury")))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
        assertThat(get(bank, "/core/external-accounts")
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(ADA))
                .hasStatus(403)
                .has("/details/security/0/schemeScopes/0", "core.external-accounts:read");
    }

    private HttpCall rename(String user, String id, String body) {
        return as(user, call(bank, "PATCH", PATH + id)).json(body);
    }

    private HttpCall as(String user, HttpCall call) {
        return call.bearer(bank.tokens().forClient("treasury")).onBehalfOf(user);
    }
}
