package dev.sandbank.uphold;

import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookEvent;
import dev.sandbank.testing.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the bank's webhooks, made by what causes it. */
class EventsTest {

    @AutoClose
    private final EventScene scene = EventScene.start();

    private JsonNode told(int event) {
        return Answer.parse(scene.events().get(event).json());
    }

    private String createdAt(int event) {
        return told(event).path("createdAt").asText();
    }

    @ParameterizedTest
    @EnumSource
    void areMadeInOrderAndAsDescribed(UpholdEvent event) {
        event.make(scene);

        assertThat(scene.types()).containsExactlyElementsOf(event.told()).contains(event.type());
        assertThat(scene.events()).allSatisfy(EventScene.SCHEMAS::fits);
    }

    @Test
    void areAllThatTheDescriptionNames() {
        List<String> tested = Stream.of(UpholdEvent.values())
                .map(event -> "core." + event.type())
                .toList();

        assertThat(EventScene.dialect().offer().events().keySet())
                .containsExactlyInAnyOrderElementsOf(tested)
                .hasSize(26);
        assertThat(EventScene.SCHEMAS.types()).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void showATransferThatIsInstantAsItBeginsAndAsItEnds() {
        UpholdEvent.commit(scene, "1.00");

        assertThat(told(0).at("/data/transaction/status").asText()).isEqualTo("processing");
        assertThat(told(1).at("/data/account/id").asText()).isEqualTo(ADAS_SPENDING);
        assertThat(told(1).at("/data/account/balance").toString())
                .isEqualTo("{\"total\":\"250.00\",\"available\":\"239.00\"}");
        assertThat(told(2).at("/data/transaction/status").asText()).isEqualTo("completed");
        assertThat(told(2).at("/data/transaction/completedAt").asText()).isEqualTo(EventScene.START);
        assertThat(told(3).at("/data/account/balance").toString())
                .isEqualTo("{\"total\":\"249.00\",\"available\":\"239.00\"}");
        assertThat(told(4).at("/data/account/id").asText()).isEqualTo(ADAS_GIFTS);
        assertThat(scene.events().stream().map(WebhookEvent::call)).containsExactly(2L, 2L, 0L, 0L, 0L);
    }

    @Test
    void saySinceWhenAnEntryIsAsItIs() {
        scene.pass(Duration.ofMinutes(5));

        UpholdEvent.commit(scene, "13.04");
        scene.events();
        scene.pass(Duration.ofHours(5));

        assertThat(told(1).at("/data/account/updatedAt").asText()).isEqualTo("2031-03-03T09:05:00.000Z");
        assertThat(told(2).at("/data/transaction/statusDetails/reason").asText())
                .isEqualTo("pending-requests-for-information");
        assertThat(createdAt(3)).isEqualTo("2031-03-03T10:05:00.000Z");
        assertThat(told(3).at("/data/transaction/updatedAt").asText()).isEqualTo("2031-03-03T10:05:00.000Z");
    }

    @Test
    void showWhatIsDeletedAsItWas() {
        UpholdEvent.ACCOUNT_ARCHIVED.make(scene);
        UpholdEvent.EXTERNAL_ACCOUNT_DELETED.make(scene);

        assertThat(told(0).at("/data/account/label").asText()).isEqualTo("Empty");
        assertThat(told(0).at("/data/account/id").asText()).isEqualTo(ADAS_EMPTY);
        assertThat(told(1).at("/data/externalAccount/id").asText()).isEqualTo(ADAS_CARD);
        assertThat(told(1).at("/data/externalAccount/ownerId").asText()).isEqualTo(ADA);
    }

    @Test
    void areDatedWhenACardsIssuerAnsweredAndWhenItExpired() {
        UpholdEvent.EXTERNAL_ACCOUNT_STATUS_CHANGED.make(scene);
        scene.pass(Duration.ofDays(30));

        assertThat(told(0).at("/data/externalAccount/status").asText()).isEqualTo("processing");
        assertThat(createdAt(1)).isEqualTo("2031-03-03T10:00:00.000Z");
        assertThat(told(1).at("/data/externalAccount/status").asText()).isEqualTo("ok");
        assertThat(createdAt(2)).isEqualTo("2032-01-01T00:00:00.000Z");
        assertThat(told(2).at("/data/externalAccount/statusDetails/reason").asText())
                .isEqualTo("card-expired");
    }

    @Test
    void areDatedWhenAProcessWasDoneAndWhenItsResultExpired() {
        UpholdEvent.KYC_CRYPTO_RISK_ASSESSMENT.make(scene);
        UpholdEvent.KYC_CUSTOMER_DUE_DILIGENCE.make(scene);

        assertThat(told(0).path("data").toString()).isEqualTo("{\"status\":\"running\",\"userId\":\"" + ADA + "\"}");
        assertThat(told(1).at("/data/status").asText()).isEqualTo("failed");
        assertThat(createdAt(1)).isEqualTo("2031-03-03T09:10:00.000Z");
        assertThat(told(3).at("/data/status").asText()).isEqualTo("ok");
        assertThat(createdAt(3)).isEqualTo("2031-03-03T14:00:00.000Z");
        assertThat(told(4).at("/data/status").asText()).isEqualTo("pending");
        assertThat(createdAt(4)).isEqualTo("2031-04-03T08:00:00.000Z");
    }

    @Test
    void tellWhatProcessesOthersTrigger() {
        UpholdEvent.KYC_IDENTITY.make(scene);

        assertThat(scene.events().stream()
                        .map(event ->
                                Answer.parse(event.json()).at("/data/status").asText()))
                .containsExactly("ok", "running", "running", "ok", "ok");
        scene.file(ADA).is("screening", "ok");
    }

    @Test
    void areMadeOnceForEachRunOfAProcess() {
        UpholdEvent.KYC_CRYPTO_RISK_ASSESSMENT.make(scene);
        scene.file(ADA)
                .update("crypto-risk-assessment", "{\"input\":{\"answers\":{\"q\":2}}}")
                .send();
        scene.pass(Duration.ofMinutes(9));
        assertThat(scene.types()).hasSize(3);

        scene.pass(Duration.ofMinutes(1));
        scene.pass(Duration.ofDays(1));

        assertThat(scene.types()).hasSize(4);
        assertThat(createdAt(3)).isEqualTo("2031-03-03T14:10:00.000Z");
    }

    @Test
    void leaveTheTimesOfAUserAlone() {
        UpholdEvent.KYC_CRYPTO_RISK_ASSESSMENT.make(scene);

        assertThat(scene.types()).hasSize(2);
        assertThat(Answer.parse(scene.bank().resource("users", ADA).json())
                        .at("/sandbank/updatedAt")
                        .asText())
                .isEqualTo("2031-03-03T09:00:00Z");
    }

    @Test
    void tellOfEachCooldownWhenItEndedOrWasSkipped() {
        UpholdEvent.COOLDOWN_ENDED.make(scene);

        assertThat(createdAt(0)).isEqualTo("2031-03-03T10:30:00.000Z");
        assertThat(told(0).path("data")).isEqualTo(Answer.parse("""
                        {"userId": "%s", "assets": ["XRP"], "cooldown": {"rule": "financial-promotions",
                          "features": ["buy", "deposit"], "endsAt": "2031-03-03T10:30:00.000Z"}}""".formatted(NELL)));
        assertThat(createdAt(1)).isEqualTo("2031-03-03T10:30:00.000Z");
        assertThat(told(1).at("/data/assets/0").asText()).isEqualTo("ETH");
    }

    @Test
    void goOnWhereAnExportWasTaken() {
        UpholdEvent.COOLDOWN_ENDED.make(scene);
        UpholdEvent.KYC_SCREENING.make(scene);
        UpholdEvent.KYB_ONBOARDING.make(scene);
        scene.file(ADA).tell("taxDetails", Map.of("status", "running", "then", Map.of("after", "PT2H")));
        List<WebhookEvent> before = scene.events();

        try (EventScene copy = new EventScene(
                Sandbank.builder().fixtureText(scene.bank().export()).start())) {
            assertThat(copy.events())
                    .extracting(WebhookEvent::json)
                    .containsExactlyElementsOf(
                            before.stream().map(WebhookEvent::json).toList());
            copy.pass(Duration.ofHours(2));
            assertThat(EventScene.types(copy.since(before.size()))).containsExactly("kyc.tax-details.status-changed");
        }
    }
}
