package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import dev.sandbank.testing.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints that fail: a bank stops trying, suspends them, or disables them, as its dialect and settings say. */
class FailingEndpointsTest {

    private static final Instant START = Instant.parse("2031-03-03T09:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String DIALECT = """
            collections: {accounts: {visible: all}}
            settings:
              attempts: {type: integer, minimum: 1, maximum: 20, default: 3, about: Attempts}
              delay: {type: duration, default: PT10S, about: Delay}
              window: {type: delay, default: PT0S, about: Window}
              probe: {type: duration, default: PT5M, about: Probe}
            events: {balance: {changed: accounts, members: [balance], data: {to: "${balance}"}}}
            webhooks:
              body: {all: "${event.data}"}
              retries: ["${setting.delay}"]
              attempts: "${setting.attempts}"
              retryWindow: "${setting.window}"
            """;
    private static final String SUSPENDING = DIALECT + "  failing: {probe: \"${setting.probe}\"}\n";
    private static final String DISABLING = DIALECT + "  failing: {disableAfter: P5D}\n";
    private static final String FIXTURE = "accounts: [{id: acc-1, balance: '5.00'}]\n";

    private static Sandbank start(String dialect, String... fixture) {
        return TinyBank.start(dialect, FIXTURE + String.join("\n", fixture)).sandbank();
    }

    private static List<WebhookDelivery> make(Sandbank bank, String... balances) {
        for (String balance : balances) {
            bank.account("acc-1").set("balance", balance);
        }
        return bank.webhooks().to("default").deliveries();
    }

    private static void pass(Sandbank bank, String time) {
        bank.clock().advance(Duration.parse(time));
    }

    private static void fail(Sandbank bank, WebhookDelivery delivery, int times) {
        for (int i = 0; i < times; i++) {
            delivery.unanswered();
            pass(bank, "PT10S");
        }
    }

    @Test
    void areSuspendedAfterTheLastAttemptAndProbedWithTheOldestMessage() {
        try (Sandbank bank = start(SUSPENDING)) {
            List<WebhookDelivery> all = make(bank, "1.00", "2.00", "3.00");
            SandbankWebhook endpoint = bank.webhooks().to("default");
            all.get(0).answered(503);
            assertThat(all.get(0).nextAt()).contains(START.plusSeconds(10));
            pass(bank, "PT10S");
            all.get(0).answered(503);
            assertThat(endpoint.isPaused()).isFalse();
            pass(bank, "PT10S");
            all.get(0).answered(503);

            assertThat(endpoint.isPaused()).isTrue();
            assertThat(all.get(0).state()).isEqualTo(State.RETRYING);
            assertThat(all.get(0).nextAt()).contains(START.plusSeconds(320));
            assertThat(bank.webhooks().due()).isEmpty();
            pass(bank, "PT4M59S");
            assertThat(bank.webhooks().due()).isEmpty();
            pass(bank, "PT1S");
            assertThat(bank.webhooks().due()).containsExactly(all.get(0));
        }
    }

    @Test
    void stayWithTheirNextProbeUntilOneSucceedsAndThenGetTheRestInOrder() {
        try (Sandbank bank = start(SUSPENDING)) {
            List<WebhookDelivery> all = make(bank, "1.00", "2.00");
            fail(bank, all.get(0), 3);
            make(bank, "3.00");
            pass(bank, "PT5M");
            bank.webhooks().due().get(0).answered(500);
            assertThat(bank.webhooks().due()).isEmpty();
            pass(bank, "PT5M");

            bank.webhooks().due().get(0).answered(200);

            assertThat(bank.webhooks().to("default").isPaused()).isFalse();
            assertThat(bank.webhooks().due())
                    .extracting(WebhookDelivery::body)
                    .satisfiesExactly(
                            second -> assertThat(second).contains("2.00"),
                            third -> assertThat(third).contains("3.00"));
        }
    }

    @Test
    void goOnWhenATestSaysSo() {
        try (Sandbank bank = start(SUSPENDING)) {
            List<WebhookDelivery> all = make(bank, "1.00", "2.00");
            fail(bank, all.get(0), 3);
            bank.webhooks().to("default").resume();

            assertThat(bank.webhooks().due()).containsExactlyElementsOf(all);
        }
    }

    @Test
    void getAllThatWaitsAtOnceAfterASuccess() {
        try (Sandbank bank = start(SUSPENDING, "settings: {attempts: 1}")) {
            List<WebhookDelivery> all = make(bank, "1.00", "2.00");
            all.forEach(WebhookDelivery::unanswered);
            assertThat(bank.webhooks().due()).isEmpty();

            all.get(0).answered(200);

            assertThat(bank.webhooks().due()).containsExactly(all.get(1));
        }
    }

    @Test
    void areNotProbedIfATestHasSuspendedThem() {
        try (Sandbank bank = start(SUSPENDING)) {
            List<WebhookDelivery> all = make(bank, "1.00");
            fail(bank, all.get(0), 3);
            bank.webhooks().to("default").pause();
            pass(bank, "P1D");

            assertThat(bank.webhooks().due()).isEmpty();
            assertThat(bank.resource("webhooks", "default").get("state")).isEqualTo("suspended");
        }
    }

    @Test
    void areSuspendedInAnExportToo(@TempDir Path folder) {
        try (TinyBank tiny = TinyBank.start(folder, SUSPENDING, FIXTURE)) {
            Sandbank bank = tiny.sandbank();
            fail(bank, make(bank, "1.00").get(0), 3);

            try (Sandbank next = Sandbank.builder().fixtureText(bank.export()).start()) {
                assertThat(next.webhooks().to("default").isPaused()).isTrue();
                pass(next, "PT5M");
                assertThat(next.webhooks().due()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'attempts: 1',1", "'attempts: 5',5", "'window: PT15S',2", "'attempts: 20, window: PT1M',7"})
    void areTriedAsOftenAsTheSettingsSay(String settings, int attempts) {
        try (Sandbank bank = start(DIALECT, "settings: {" + settings + "}")) {
            WebhookDelivery delivery = make(bank, "1.00").get(0);
            while (delivery.nextAt().isPresent()) {
                fail(bank, delivery, 1);
            }

            assertThat(delivery.state()).isEqualTo(State.FAILED);
            assertThat(delivery.attempts()).isEqualTo(attempts);
        }
    }

    @Test
    void areDisabledIfNothingSucceedsForSoLong() {
        try (Sandbank bank = start(DISABLING)) {
            fail(bank, make(bank, "1.00").get(0), 3);
            pass(bank, "P4D");
            fail(bank, make(bank, "2.00").get(1), 1);
            assertThat(bank.webhooks().due()).hasSize(1);
            pass(bank, "P1D");
            fail(bank, make(bank, "2.00").get(1), 1);

            assertThat(bank.webhooks().due()).isEmpty();
            assertThat(make(bank, "3.00")).hasSize(2);
            bank.webhooks().to("default").resume();
            assertThat(make(bank, "4.00")).hasSize(3);
            fail(bank, make(bank).get(2), 1);
            assertThat(make(bank, "5.00")).hasSize(4);
        }
    }

    @Test
    void areNotDisabledIfSomethingSucceedsMeanwhile() {
        try (Sandbank bank = start(DISABLING)) {
            fail(bank, make(bank, "1.00").get(0), 3);
            pass(bank, "P4D");
            make(bank, "2.00").get(1).answered(200);
            pass(bank, "P2D");
            fail(bank, make(bank, "3.00").get(2), 1);

            assertThat(make(bank, "4.00")).hasSize(4);
        }
    }

    /** A receiver that answers with these statuses in turn, then with 200; it keeps what came. */
    private record Receiver(HttpServer server, Queue<String> told) implements AutoCloseable {

        static Receiver answering(Integer... statuses) throws IOException {
            Queue<Integer> next = new ConcurrentLinkedQueue<>(List.of(statuses));
            Queue<String> told = new ConcurrentLinkedQueue<>();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                told.add(Answer.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                        .at("/all/to")
                        .asText());
                Integer status = next.poll();
                exchange.sendResponseHeaders(status == null ? 200 : status, -1);
                exchange.close();
            });
            server.start();
            return new Receiver(server, told);
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void arePostedToInOrderAfterAProbe() throws Exception {
        try (Sandbank bank = start(SUSPENDING, "settings: {attempts: 1}");
                Receiver receiver = Receiver.answering(500, 500)) {
            bank.webhooks().to("default").deliverTo(receiver.url());
            List<WebhookDelivery> all = make(bank, "1.00");
            assertThat(all.get(0).awaitState(State.RETRYING, LONG)).isTrue();
            List<WebhookDelivery> more = make(bank, "2.00", "3.00", "4.00", "5.00");
            pass(bank, "PT5M");
            while (all.get(0).attempts() < 2) {
                Thread.onSpinWait();
            }
            pass(bank, "PT5M");

            assertThat(more.get(4).awaitState(State.DELIVERED, LONG)).isTrue();
            assertThat(receiver.told()).containsExactly("1.00", "1.00", "1.00", "2.00", "3.00", "4.00", "5.00");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'retries: [\"${setting.delay}\"]','retries: [\"${setting.probes}\"]',webhooks.retries[0]: found \"setting.probes\"",
        "'attempts: \"${setting.attempts}\"','attempts: \"${setting.delay}\"',webhooks.attempts: found \"setting.delay\"",
        "'window: {type: delay, default: PT0S','window: {type: duration, default: PT1S',webhooks.retryWindow: found \"setting.window\"",
        "'probe: \"${setting.probe}\"','prob: PT1M',webhooks.failing.prob"
    })
    void areNotMisspelt(String right, String wrong, String problem) {
        assertThatThrownBy(() -> start(SUSPENDING.replace(right, wrong))).hasMessageContaining(problem);
    }
}
