package dev.sandbank.uphold;

import static dev.sandbank.testing.UpholdSeed.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.webhook.sign.Message;
import dev.sandbank.internal.webhook.sign.MessageSigner;
import dev.sandbank.internal.webhook.sign.Sender;
import dev.sandbank.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the bank's messages look, and which endpoints get them. */
class WebhooksOfUpholdTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static WebhookStyle style() {
        return Objects.requireNonNull(EventScene.dialect().webhooks().style());
    }

    private static JsonNode only(List<SandbankResource> resources) {
        assertThat(resources).hasSize(1);
        return Answer.parse(resources.get(0).json());
    }

    @Test
    void signAsStandardWebhooks() {
        Message message = new Message(
                "msg_2031sandbank0001",
                "{\"id\":\"0b6c4a7e-5d21-4f38-9a10-3c7e8d2f6b45\",\"type\":\"core.account.archived\"}",
                name -> null);

        try (SigningKeys keys = new SigningKeys(4L)) {
            assertThat(new MessageSigner(style(), new Sender(List.of(SECRET), keys, null))
                            .headers(message, Instant.ofEpochSecond(1930467600)))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "Content-Type", "application/json",
                            "User-Agent", "Sandbank",
                            "webhook-id", "msg_2031sandbank0001",
                            "webhook-timestamp", "1930467600",
                            "webhook-signature", "v1,aLCHiU7p2rIx8cs5GS8AH+IMyXYqmvcnbioP2dT0YWA="));
        }
    }

    @Test
    void areTriedForMoreThanADay() {
        assertThat(style().pauses()).hasSize(7);
        assertThat(style().pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.parse("PT27H35M5S"));
    }

    @Test
    void disableAnEndpointThatFailsForFiveDays() {
        assertThat(style().failing().patience()).contains(Duration.ofDays(5));
    }

    @Test
    void areTriedForLessIfTheFixtureSaysSo() {
        try (EventScene scene = new EventScene(Sandbank.builder()
                .fixtureText(
                        "bank: uphold\nextends: uphold\nclock: 2031-03-03T09:00:00Z\nsettings: {retryWindow: PT1H}")
                .start())) {
            scene.account(ADA);
            WebhookDelivery delivery = scene.bank().webhooks().due().get(0);
            while (delivery.nextAt().isPresent()) {
                delivery.unanswered();
                scene.bank().clock().advance(Duration.ofMinutes(30));
            }

            assertThat(delivery.attempts()).isEqualTo(3);
        }
    }

    @Test
    void goToOneEndpointThatGetsAllIfAFixtureNamesNone() {
        try (EventScene scene = EventScene.start()) {
            scene.account(ADA);

            JsonNode event = only(scene.bank().resources("webhookEvents"));
            assertThat(event.path("message").asText()).matches("msg_[0-9A-Za-z]{27}");
            assertThat(event.at("/deliveries/default/state").asText()).isEqualTo("pending");
            assertThat(only(scene.bank().resources("webhooks")).path("secret").asText())
                    .matches("whsec_[0-9A-Za-z+/]{43}=");
        }
    }

    @Test
    void goToTheEndpointsOfAFixtureThatWantThem() {
        try (EventScene scene = EventScene.start(
                "webhooks: [{id: accounts, types: [core.account.created], secret: " + SECRET + "}, {id: all},",
                "  {id: users, types: [core.user.created]}, {id: never, disabled: true}]")) {
            scene.account(ADA);

            JsonNode event = only(scene.bank().resources("webhookEvents"));
            assertThat(event.path("deliveries").propertyStream().map(Map.Entry::getKey))
                    .containsExactly("accounts", "all");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{types: [core.account.crated]}",
                "{types: []}",
                "{secret: secret}",
                "{secret: whsec_c2hvcnQ=}",
                "{deliverTo: 'file:///etc/passwd'}",
                "{url: 'http://127.0.0.1'}"
            })
    void areWrittenAsTheBankHasThem(String members) {
        assertThatThrownBy(() -> EventScene.start("webhooks: [" + members.replace("{", "{id: one, ") + "]"))
                .hasMessageContaining("webhooks[0].")
                .matches(Predicate.not(problem -> problem.getMessage().contains("c2hvcnQ")));
    }
}
