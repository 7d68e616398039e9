package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookEvent;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.EventSchemas;
import dev.sandbank.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the bank's events, made by what causes it. */
class ApitureEventsTest {

    private static final EventSchemas SCHEMAS = new EventSchemas("apiture");

    /** The events that nothing in the sandbox makes. */
    private static final Set<String> BY_HAND =
            Set.of("mfaInitiated", "mfaSucceeded", "mfaFailed", "fullAccountNumberAccessed");

    @AutoClose
    private final TransferDesk desk = TransferDesk.of("""
            settings: {challengeTransfers: [external]}
            institutions: [{id: SANDBANK, routingNumber: "021009006"}]
            users:
              - id: ada
                username: ada
                password: correct horse
                claims: {name: Ada Byron, email: ada@example.test, nickname: Countess, phone_number: "+15555550100"}
                identityChallenge:
                  tokens: [{token: proof-of-ada, challengeId: chal-31aa07}, {token: proof-of-ada-2}]
              - {id: bob, username: bob, password: battery staple}
              - {id: carol, username: carol}
            """);

    private List<WebhookEvent> events() {
        return desk.bank().webhooks().events();
    }

    private List<String> types() {
        return events().stream().map(WebhookEvent::type).toList();
    }

    private JsonNode told(int event) {
        return Answer.parse(events().get(event).json());
    }

    @ParameterizedTest
    @EnumSource
    void areMadeInOrderAndAsDescribed(ApitureEvent event) {
        event.make(desk);

        assertThat(types()).containsExactlyElementsOf(event.told()).contains(event.type());
        assertThat(events()).allSatisfy(SCHEMAS::fits);
    }

    @ParameterizedTest
    @EnumSource
    void tellNoSecretAndNoFullAccountNumber(ApitureEvent event) {
        event.make(desk);

        assertThat(events())
                .allSatisfy(made -> assertThat(made.json())
                        .doesNotContainPattern("proof|correct horse|wrong|lanterns|4821|\"[0-9]{10,}\""));
    }

    @Test
    void areAllThatTheDialectHas() {
        Set<String> tested = new TreeSet<>(
                Stream.of(ApitureEvent.values()).map(ApitureEvent::type).toList());
        assertThat(SCHEMAS.types()).isEqualTo(tested);

        tested.addAll(BY_HAND);
        assertThat(SCHEMAS.dialect().offer().events().keySet()).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void haveAnEnvelopeWithWhoDidIt() {
        desk.created(body("5.00", TOMORROW));

        JsonNode told = told(0);
        assertThat(told.propertyStream().map(Map.Entry::getKey))
                .containsExactly("id", "type", "category", "occurredAt", "institutionId", "agent", "data");
        assertThat(told.path("category").asText()).isEqualTo("transfers");
        assertThat(told.path("occurredAt").asText()).isEqualTo("2031-03-03T09:00:00.000Z");
        assertThat(told.path("institutionId").asText()).isEqualTo("SANDBANK");
        assertThat(told.path("agent").toString()).isEqualTo("{\"type\":\"customer\",\"id\":\"cust-ada\"}");
        assertThat(told.at("/data/sourceAccount").toString())
                .isEqualTo("{\"id\":\"acct-4f81c0\",\"maskedNumber\":\"*4410\",\"routingNumber\":\"021009006\"}");
    }

    @Test
    void nameTheApplicationIfNoCustomerDidItAndNobodyIfTheBankDid() {
        desk.create("back-office", body("5.00", TOMORROW)).send();
        desk.pass("PT16H");

        assertThat(types()).containsExactly("transferScheduled", "transferProcessed");
        assertThat(told(0).path("agent").toString()).isEqualTo("{\"type\":\"application\",\"id\":\"back-office\"}");
        assertThat(told(1).has("agent")).isFalse();
        assertThat(told(1).path("occurredAt").asText()).isEqualTo("2031-03-04T00:00:00.000Z");
    }

    @Test
    void sayWhoSignedInWhere() {
        ApitureEvent.signIn(desk, Person.BOB);

        assertThat(told(0).path("agent").toString()).isEqualTo("{\"type\":\"customer\",\"id\":\"cust-bob\"}");
        assertThat(told(0).path("data").toString())
                .isEqualTo("{\"customerId\":\"cust-bob\",\"clientId\":\"web-portal\"}");
    }

    @Test
    void tellOfAChallengeFromItsBeginningToItsEnd() {
        Answer asked = ApitureEvent.outside(desk, "");
        ApitureEvent.outside(desk, "not-a-proof");
        ApitureEvent.outside(desk, "proof-of-ada");
        ApitureEvent.outside(desk, "proof-of-ada");
        ApitureEvent.outside(desk, "proof-of-ada-2");

        assertThat(types())
                .containsExactly(
                        "identityChallengeInitiated",
                        "identityChallengeFailed",
                        "identityChallengeSucceeded",
                        "transferScheduled",
                        "identityChallengeFailed",
                        "identityChallengeSucceeded",
                        "transferScheduled");
        assertThat(told(0).at("/data/challengeId").asText()).isEqualTo(asked.text("/attributes/challengeId"));
        assertThat(told(2).path("data").toString())
                .isEqualTo(
                        "{\"customerId\":\"cust-ada\",\"challengeId\":\"chal-31aa07\",\"operationId\":\"createTransfer\"}");
        assertThat(told(5).at("/data/challengeId").isMissingNode()).isTrue();
    }

    @Test
    void tellOfNoChallengeIfTheTransferNeedsNone() {
        assertThat(desk.create(ADA_BATCH, body("5.00", TOMORROW)).header("Challenge", "not-a-proof"))
                .hasStatus(401);

        assertThat(types()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"notAllowed,DELETE", "insufficientFunds,EMPTY", "accountUnknown,GONE"})
    void sayWhyATransferFailed(String reason, String what) {
        desk.created(body("5.00", TOMORROW));
        Sandbank bank = desk.bank();
        switch (what) {
            case "EMPTY" -> bank.account("acct-4f81c0").set("balance", "1.00");
            case "GONE" -> bank.account("acct-4f81c0").remove();
            default -> bank.user("ada").disable();
        }
        desk.pass("PT16H");

        assertThat(told(1).at("/data/reason").asText()).isEqualTo(reason);
        assertThat(told(1).at("/data/state").asText()).isEqualTo("failed");
        assertThat(events()).allSatisfy(SCHEMAS::fits);
        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            assertThat(copy.webhooks().events())
                    .extracting(WebhookEvent::json)
                    .containsExactlyElementsOf(
                            events().stream().map(WebhookEvent::json).toList());
        }
    }

    @Test
    void nameTheMembersOfAProfileThatChangedAndNoValue() {
        ApitureEvent.PROFILE_UPDATED.make(desk);
        ApitureEvent.PROFILE_UPDATED.make(desk);

        assertThat(types()).containsExactly("profileUpdated");
        assertThat(told(0).path("data").toString())
                .isEqualTo("{\"customerId\":\"cust-ada\",\"changed\":[\"preferredName\",\"phoneNumber\"]}");
    }

    @Test
    void tellTheAccountsThatProtectAnother() {
        ApitureEvent.protect(desk, "acct-c3071e");
        ApitureEvent.protect(desk, "acct-c3071e");

        assertThat(types()).containsExactly("overdraftAccountsUpdated");
        assertThat(told(0).at("/data/account/id").asText()).isEqualTo("acct-7d1a40");
        assertThat(told(0).at("/data/overdraftAccounts/0/id").asText()).isEqualTo("acct-c3071e");
        assertThat(told(0).at("/data/overdraftAccounts")).hasSize(1);
    }

    @Test
    void areNoneOfTheFixtureNorOfWhatIsReadOrRefused() {
        desk.list("").send();
        desk.transfer("xfer-someday").send();
        desk.create("ledger-reader", body("5.00", TOMORROW)).send();
        desk.patch("xfer-paid", "{\"memo\":\"x\"}").send();
        desk.pass("P300D");

        assertThat(types()).isEmpty();
    }

    @Test
    void areMadeByHandIfNothingElseMakesThem() {
        BY_HAND.forEach(type -> desk.bank().webhooks().make(type, "{\"customerId\":\"cust-ada\"}"));

        assertThat(types()).containsExactlyInAnyOrderElementsOf(BY_HAND);
        assertThat(told(0).path("institutionId").asText()).isEqualTo("SANDBANK");
        assertThat(told(0).has("agent")).isFalse();
    }

    @Test
    void suspendAWebhookAfterThreeFailuresAndTryItAgainEveryFiveMinutes() {
        desk.created(body("5.00", TOMORROW));
        WebhookDelivery delivery = desk.bank().webhooks().due().get(0);
        for (int failed = 0; failed < 3; failed++) {
            assertThat(desk.bank().resource("webhooks", "default").get("state")).isEqualTo("active");
            delivery.answered(500);
            desk.pass("PT10S");
        }

        assertThat(desk.bank().resource("webhooks", "default").get("state")).isEqualTo("suspended");
        desk.pass("PT4M49S");
        assertThat(desk.bank().webhooks().due()).isEmpty();
        desk.pass("PT1S");
        assertThat(desk.bank().webhooks().due()).containsExactly(delivery);
    }

    @Test
    void waitForAWebhookThatIsSuspended() {
        try (TransferDesk other = TransferDesk.of("webhooks: [{id: moves, state: suspended}]")) {
            other.created(body("5.00", TOMORROW));
            assertThat(other.bank().webhooks().due()).isEmpty();

            other.bank().webhooks().to("moves").resume();
            assertThat(other.bank().webhooks().due()).hasSize(1);
        }
    }

    @Test
    void goToTheWebhooksThatWantTheirCategory() {
        try (TransferDesk other = TransferDesk.of(
                "webhooks: [{id: moves, categories: [transfers]}, {id: all}, {id: people, categories: [profile]}, {id: off, state: inactive}]")) {
            other.created(body("5.00", TOMORROW));

            assertThat(other.bank().webhooks().due())
                    .extracting(delivery -> delivery.to())
                    .containsExactly("moves", "all");
        }
    }
}
