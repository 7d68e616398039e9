package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import dev.sandbank.WebhookEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of a sandbox at a server, over HTTP. */
class ServedWebhooksTest {

    @TempDir
    private Path folder;

    private Sandbank server;
    private Sandbank bank;

    @BeforeEach
    void start() {
        Path fixture = TinyBank.write(folder, WebhookDeliveriesTest.DIALECT, WebhookDeliveriesTest.FIXTURE);
        server = Sandbank.start(fixture.toString());
        bank = Sandbank.builder()
                .fixture(fixture.toString())
                .atServer(server.baseUrl())
                .start();
    }

    @AfterEach
    void stop() {
        bank.close();
        server.close();
    }

    @Test
    void haveEventsThatCanBeListedAwaitedAndMade() throws Exception {
        SandbankWebhooks webhooks = bank.webhooks();
        bank.account("acc-1").set("balance", "7.00");
        WebhookEvent event = webhooks.await("balance");

        assertThat(webhooks.events()).containsExactly(event);
        assertThat(event.json()).contains("\"to\":\"7.00\"");
        WebhookEvent made = webhooks.make("opened", "{\"a\":1}");
        assertThat(webhooks.events("opened")).containsExactly(made);
        assertThatThrownBy(() -> webhooks.make("opend", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"opened\"?");
        assertThatThrownBy(() -> server.webhooks().await("balance", Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class);
        assertThat(server.webhooks().events()).isEmpty();
    }

    @Test
    void haveEventsThatAreNoLongerKept() {
        bank.loadFixture(bank.export() + "settings: {webhookEventsKept: 1}\n");
        bank.account("acc-1").set("balance", "7.00");
        bank.account("acc-1").set("balance", "8.00");

        assertThat(bank.webhooks().events()).hasSize(1);
        assertThat(bank.webhooks().dropped()).isEqualTo(1);
    }

    @Test
    void haveDeliveriesThatGoThroughTheirStates() throws Exception {
        bank.account("acc-1").set("balance", "7.00");
        WebhookDelivery delivery = bank.webhooks().due().get(0);
        assertThat(delivery.state()).isEqualTo(State.PENDING);
        assertThat(delivery.headers()).containsKeys("webhook-id", "webhook-timestamp", "webhook-signature");

        delivery.unanswered();
        assertThat(delivery.state()).isEqualTo(State.RETRYING);
        assertThat(delivery.nextAt()).contains(bank.clock().now().plusSeconds(5));
        delivery.answered(200);
        assertThat(delivery.awaitState(State.DELIVERED, Duration.ofSeconds(30))).isTrue();
        assertThat(delivery.awaitState(State.FAILED, Duration.ZERO)).isFalse();
        assertThat(delivery.lastStatus()).isEqualTo(200);
        assertThat(delivery.attempts()).isEqualTo(2);
    }

    @Test
    void haveEndpoints() {
        SandbankWebhook endpoint = bank.webhooks().to("default");
        assertThat(bank.webhooks().endpoints()).extracting(SandbankWebhook::id).containsExactly("default");
        String before = endpoint.secret();
        assertThat(endpoint.rotateSecret()).isEqualTo(endpoint.secret()).isNotEqualTo(before);
        endpoint.dropOldSecret();
        endpoint.pause();
        bank.account("acc-1").set("balance", "7.00");

        assertThat(endpoint.isPaused()).isTrue();
        assertThat(endpoint.due()).isEmpty();
        assertThat(endpoint.deliveries()).hasSize(1);
        endpoint.resume();
        assertThat(endpoint.due()).hasSize(1);
        assertThatThrownBy(() -> bank.webhooks().to("defalt")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void haveBadDeliveries() {
        bank.account("acc-1").set("balance", "7.00");
        WebhookDelivery delivery = bank.webhooks().due().get(0);

        assertThat(bank.webhooks().to("default").flaws()).contains(DeliveryFlaw.DUPLICATE);
        assertThat(delivery.bad(DeliveryFlaw.DUPLICATE).attempts()).hasSize(2);
        assertThat(delivery.bad(DeliveryFlaw.TAMPERED_BODY).expectation()).isEqualTo(Expectation.REFUSE);
    }
}
