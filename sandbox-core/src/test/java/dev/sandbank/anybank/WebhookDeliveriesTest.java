package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sandbank.Change;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of events: what an attempt sends, who posts it, and what becomes of it. */
class WebhookDeliveriesTest {

    static final String DIALECT = """
            collections:
              accounts: {visible: all}
            events:
              balance: {changed: accounts, members: [balance], category: money, data: {to: "${balance}"}}
              opened: {created: accounts}
            """;
    static final String FIXTURE = "accounts: [{id: acc-1, balance: '5.00'}]\n";

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2031-03-03T09:00:00Z");

    @AutoClose
    private final TinyBank tiny = TinyBank.start(DIALECT, FIXTURE);

    private final Sandbank bank = tiny.sandbank();

    private WebhookDelivery made() {
        bank.account("acc-1").set("balance", "7.00");
        return bank.webhooks().due().get(0);
    }

    /** A receiver on this machine, which answers with these statuses in turn, then with 200. */
    private record Receiver(HttpServer server, Queue<String> ids) implements AutoCloseable {

        static Receiver answering(Integer... statuses) throws IOException {
            Queue<Integer> next = new ConcurrentLinkedQueue<>(List.of(statuses));
            Queue<String> ids = new ConcurrentLinkedQueue<>();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/events", exchange -> {
                exchange.getRequestBody().readAllBytes();
                ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
                Integer status = next.poll();
                exchange.sendResponseHeaders(status == null ? 200 : status, -1);
                exchange.close();
            });
            server.start();
            return new Receiver(server, ids);
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void areSignedAsStandardWebhooksUnlessTheDialectSaysOtherwise() throws Exception {
        WebhookDelivery delivery = made();
        HttpRequest request = delivery.request(URI.create("http://127.0.0.1:1/events"));

        String id = request.headers().firstValue("webhook-id").orElseThrow();
        String timestamp = request.headers().firstValue("webhook-timestamp").orElseThrow();
        assertThat(id).matches("msg_[0-9a-z]{27}");
        assertThat(timestamp).isEqualTo(String.valueOf(START.getEpochSecond()));
        assertThat(delivery.body())
                .isEqualTo(
                        "{\"type\":\"balance\",\"timestamp\":\"2031-03-03T09:00:00.000Z\",\"data\":{\"to\":\"7.00\"}}");
        String secret = bank.webhooks().to("default").secret();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed = mac.doFinal((id + "." + timestamp + "." + delivery.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(request.headers().firstValue("webhook-signature"))
                .contains("v1," + Base64.getEncoder().encodeToString(signed));
    }

    @Test
    void areTriedAgainByTheSandboxsClock() {
        WebhookDelivery delivery = made();
        delivery.answered(503);

        assertThat(delivery.state()).isEqualTo(State.RETRYING);
        assertThat(delivery.nextAt()).contains(START.plusSeconds(5));
        assertThat(bank.webhooks().due()).isEmpty();
        bank.clock().advance(Duration.ofSeconds(5));
        assertThat(bank.webhooks().due()).containsExactly(delivery);
        assertThat(delivery.headers()).containsEntry("webhook-timestamp", String.valueOf(START.getEpochSecond() + 5));
        delivery.answered(204);
        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(delivery.lastStatus()).isEqualTo(204);
        assertThat(delivery.nextAt()).isEmpty();
    }

    @Test
    void haveFailedAfterTheLastAttemptAndCanStillBeMade() {
        WebhookDelivery delivery = made();
        while (delivery.nextAt().isPresent()) {
            delivery.unanswered();
        }

        assertThat(delivery.state()).isEqualTo(State.FAILED);
        assertThat(delivery.attempts()).isEqualTo(10);
        delivery.answered(200);
        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void arePostedForATestThatAsksForIt() throws Exception {
        try (Receiver receiver = Receiver.answering(500)) {
            made();
            bank.add("accounts", "{id: acc-2}");

            List<WebhookDelivery> tried = bank.webhooks().deliver(receiver.url());
            assertThat(tried).extracting(WebhookDelivery::state).containsExactly(State.RETRYING, State.DELIVERED);
            assertThat(receiver.ids()).hasSize(2).doesNotHaveDuplicates();
            assertThat(bank.journal().changes())
                    .extracting(Change::what)
                    .contains("event balance to webhook default: an attempt was answered with 500");
        }
    }

    @Test
    void arePostedToThisMachineOnly() {
        WebhookDelivery delivery = made();

        assertThatThrownBy(() -> delivery.deliver(URI.create("http://example.com/events")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not lead to this machine");
        assertThatThrownBy(() -> bank.webhooks().to("default").deliverTo(URI.create("http://example.com/events")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(delivery.attempts()).isZero();
    }

    @Test
    void arePostedByTheSandboxIfItMayAndTriedAgainWhenTheClockMoves() throws Exception {
        try (Receiver receiver = Receiver.answering(500)) {
            bank.webhooks().to("default").deliverTo(receiver.url());
            bank.account("acc-1").set("balance", "7.00");
            WebhookDelivery delivery =
                    bank.webhooks().to("default").deliveries().get(0);

            assertThat(delivery.awaitState(State.RETRYING, LONG)).isTrue();
            bank.clock().advance(Duration.ofSeconds(5));
            assertThat(delivery.awaitState(State.DELIVERED, LONG)).isTrue();
            assertThat(receiver.ids()).hasSize(2);
        }
    }

    @Test
    void areTriedAgainByTheSandboxWhileTheClockRunsTheSoonestFirst() throws Exception {
        String style = """
                webhooks: {body: {id: "${event.id}"}, headers: {webhook-id: "${message}"}, retries: [PT1S, PT9H]}
                """;
        try (Receiver receiver = Receiver.answering(500);
                TinyBank other = TinyBank.start(DIALECT + style, FIXTURE)) {
            Sandbank running = other.sandbank();
            running.clock().followSystem();
            SandbankWebhook endpoint = running.webhooks().to("default");
            running.account("acc-1").set("balance", "7.00");
            WebhookDelivery inNineHours = endpoint.deliveries().get(0);
            inNineHours.unanswered();
            inNineHours.unanswered();
            endpoint.deliverTo(receiver.url());
            running.account("acc-1").set("balance", "8.00");
            WebhookDelivery inASecond = endpoint.deliveries().get(1);

            assertThat(inASecond.awaitState(State.DELIVERED, LONG)).isTrue();
            assertThat(inASecond.attempts()).isEqualTo(2);
            assertThat(inNineHours.state()).isEqualTo(State.RETRYING);
        }
    }

    @Test
    void waitWhileTheirEndpointIsPaused() {
        SandbankWebhook endpoint = bank.webhooks().to("default");
        endpoint.pause();
        bank.account("acc-1").set("balance", "7.00");

        assertThat(bank.webhooks().due()).isEmpty();
        assertThat(endpoint.isPaused()).isTrue();
        endpoint.resume();
        assertThat(endpoint.due()).hasSize(1);
    }

    @Test
    void areSignedWithBothSecretsAfterANewOne() {
        WebhookDelivery delivery = made();
        SandbankWebhook endpoint = bank.webhooks().to("default");
        String before = delivery.headers().get("webhook-signature");
        String secret = endpoint.rotateSecret();

        assertThat(endpoint.secret()).isEqualTo(secret);
        assertThat(delivery.headers().get("webhook-signature").split(" "))
                .hasSize(2)
                .endsWith(before);
        endpoint.dropOldSecret();
        assertThat(delivery.headers().get("webhook-signature"))
                .doesNotContain(before)
                .doesNotContain(" ");
    }

    @Test
    void goToThoseWhoWantThem(@TempDir Path folder) {
        String endpoints = """
                webhooks:
                  - {id: all}
                  - {id: opened-only, types: [opened]}
                  - {id: money-only, categories: [money]}
                  - {id: off, disabled: true}
                """;
        try (TinyBank other = TinyBank.start(folder, DIALECT, FIXTURE + endpoints)) {
            other.sandbank().account("acc-1").set("balance", "7.00");
            assertThat(other.sandbank().webhooks().due())
                    .extracting(WebhookDelivery::to)
                    .containsExactly("all", "money-only");

            try (Sandbank next =
                    Sandbank.builder().fixtureText(other.sandbank().export()).start()) {
                assertThat(next.webhooks().to("all").due().get(0).headers())
                        .isEqualTo(other.sandbank()
                                .webhooks()
                                .to("all")
                                .due()
                                .get(0)
                                .headers());
            }
        }
    }

    @Test
    void canBeBad() {
        WebhookDelivery delivery = made();

        assertThat(bank.webhooks().to("default").flaws())
                .contains(DeliveryFlaw.TAMPERED_BODY, DeliveryFlaw.OLD_TIMESTAMP);
        assertThat(delivery.bad(DeliveryFlaw.TAMPERED_BODY).attempts())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.headers()).isEqualTo(delivery.headers());
                    assertThat(attempt.body()).isNotEqualTo(delivery.body());
                });
        assertThat(delivery.state()).isEqualTo(State.PENDING);
    }
}
