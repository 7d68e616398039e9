package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the bank proves itself to receivers, which it does by their own credentials. */
class AuthorizedDeliveriesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String GOOD =
            "{\"access_token\": \"token-%d\", \"token_type\": \"Bearer\", \"expires_in\": 600}";

    @AutoClose
    private final Receiver receiver = new Receiver();

    /** A receiver with a token server, which numbers its tokens. */
    private static final class Receiver implements AutoCloseable {

        private final HttpServer server;
        private final Queue<String> asked = new ConcurrentLinkedQueue<>();
        private final Queue<String> told = new ConcurrentLinkedQueue<>();
        private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        private final AtomicInteger issued = new AtomicInteger();
        private volatile String reply = GOOD;

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/token", this::token);
            server.createContext("/events", this::event);
            server.createContext("/elsewhere", exchange -> answer(exchange, 200, GOOD.formatted(0)));
            server.start();
        }

        private void token(HttpExchange exchange) throws IOException {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + form);
            if (reply.equals("redirect")) {
                exchange.getResponseHeaders().add("Location", url("/elsewhere"));
                answer(exchange, 307, "");
            } else {
                answer(exchange, reply.equals("error") ? 500 : 200, reply.formatted(issued.incrementAndGet()));
            }
        }

        private void event(HttpExchange exchange) throws IOException {
            exchange.getRequestBody().readAllBytes();
            told.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Integer status = statuses.poll();
            answer(exchange, status == null ? 204 : status, "");
        }

        private static void answer(HttpExchange exchange, int status, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private TransferDesk desk(String auth, String more) {
        return TransferDesk.of("webhooks: [{id: moves, categories: [transfers], auth: " + auth + more + "}]");
    }

    private TransferDesk tokens(String more) {
        return desk(
                "{clientCredentials: {tokenUrl: '" + receiver.url("/token")
                        + "', clientId: bank, clientSecret: 's/e c', scope: 'events write'}}",
                more);
    }

    private TransferDesk posting() {
        return tokens(", url: '" + receiver.url("/events") + "'");
    }

    private static WebhookDelivery make(TransferDesk desk) {
        desk.created(body("5.00", TOMORROW));
        List<WebhookDelivery> all = desk.bank().webhooks().to("moves").deliveries();
        return all.get(all.size() - 1);
    }

    private static void delivered(WebhookDelivery delivery) throws InterruptedException {
        assertThat(delivery.awaitState(State.DELIVERED, LONG)).isTrue();
    }

    @Test
    void carryTheUserNameAndPasswordOfTheReceiver() {
        try (TransferDesk desk = desk("{basic: {username: bank, password: 'pass:word'}}", "")) {
            WebhookDelivery delivery = make(desk);

            assertThat(delivery.headers())
                    .containsOnlyKeys("Content-Type", "Authorization")
                    .containsEntry("Authorization", "Basic " + base64("bank:pass:word"));
            assertThat(desk.bank().webhooks().to("moves").flaws())
                    .contains(DeliveryFlaw.MISSING_CREDENTIALS, DeliveryFlaw.WRONG_PASSWORD, DeliveryFlaw.OTHER_USER)
                    .contains(DeliveryFlaw.TAMPERED_BODY, DeliveryFlaw.UNKNOWN_TYPE, DeliveryFlaw.UNKNOWN_CATEGORY)
                    .contains(DeliveryFlaw.DUPLICATE, DeliveryFlaw.SHUFFLED, DeliveryFlaw.LATE, DeliveryFlaw.NOT_JSON)
                    .contains(DeliveryFlaw.UNKNOWN_MEMBERS, DeliveryFlaw.EMPTY_DATA)
                    .doesNotContain(DeliveryFlaw.FOREIGN_TOKEN, DeliveryFlaw.OLD_TIMESTAMP);
            assertThat(delivery.bad(DeliveryFlaw.TAMPERED_BODY).expectation()).isEqualTo(Expectation.EITHER);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void carryATokenThatIsKeptUntilItExpiresByTheSandboxsClock() throws Exception {
        try (TransferDesk desk = posting()) {
            delivered(make(desk));
            delivered(make(desk));
            desk.pass("PT9M59S");
            delivered(make(desk));
            desk.pass("PT1S");
            delivered(make(desk));

            assertThat(receiver.told)
                    .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2");
            assertThat(receiver.asked)
                    .hasSize(2)
                    .containsOnly(
                            "Basic " + base64("bank:s%2Fe+c") + " grant_type=client_credentials&scope=events+write");
        }
    }

    @Test
    void areSentOnceMoreWithAFreshTokenIfTheReceiverRefusesTheFirst() throws Exception {
        try (TransferDesk desk = posting()) {
            receiver.statuses.add(401);
            WebhookDelivery delivery = make(desk);
            delivered(delivery);

            assertThat(receiver.told).containsExactly("Bearer token-1", "Bearer token-2");
            assertThat(delivery.attempts()).isEqualTo(1);
        }
    }

    @Test
    void haveFailedIfTheReceiverRefusesTheFreshTokenToo() throws Exception {
        try (TransferDesk desk = posting()) {
            receiver.statuses.addAll(List.of(401, 401));
            WebhookDelivery delivery = make(desk);

            assertThat(delivery.awaitState(State.RETRYING, LONG)).isTrue();
            assertThat(delivery.lastStatus()).isEqualTo(401);
            assertThat(receiver.told).hasSize(2);
            desk.pass("PT10S");
            delivered(delivery);
            assertThat(receiver.told).endsWith("Bearer token-3");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redirect", "error", "", "{}", "{\"access_token\": 7}", "{\"access_token\": \"a b\\n\"}", "[1"})
    void areNotSentWithoutAToken(String reply) throws Exception {
        receiver.reply = reply;
        try (TransferDesk desk = posting()) {
            WebhookDelivery delivery = make(desk);

            assertThat(delivery.awaitState(State.RETRYING, LONG)).isTrue();
            assertThat(delivery.lastStatus()).isZero();
            assertThat(receiver.told).isEmpty();
            assertThat(desk.bank().journal().changes().toString())
                    .contains("not answered (not sent: the token server answered with ")
                    .doesNotContain("s/e c");
            receiver.reply = GOOD;
            desk.pass("PT10S");
            delivered(delivery);
        }
    }

    @Test
    void getNoTokenFromAHostThatIsNotAllowed() {
        String auth = "{clientCredentials: {tokenUrl: 'http://example.com/token', clientId: bank, clientSecret: s}}";
        try (TransferDesk desk = desk(auth, "")) {
            WebhookDelivery delivery = make(desk);

            assertThatThrownBy(delivery::headers)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "there is no token for webhook moves: the token server did not answer (not sent: ")
                    .hasMessageContaining("its host was not allowed");
        }
    }

    @Test
    void carryATokenIfATestPostsThem() throws Exception {
        try (TransferDesk desk = tokens("")) {
            WebhookDelivery delivery = make(desk);
            URI url = URI.create(receiver.url("/events"));

            assertThat(delivery.request(url).headers().firstValue("Authorization"))
                    .contains("Bearer token-1");
            delivery.answered(401);
            assertThat(delivery.headers()).containsEntry("Authorization", "Bearer token-2");
            receiver.statuses.add(401);
            assertThat(delivery.deliver(url)).isEqualTo(204);
            assertThat(receiver.told).containsExactly("Bearer token-2", "Bearer token-3");
        }
    }

    @Test
    void canCarryAForeignTokenOrOneThatHasExpired() {
        try (TransferDesk desk = tokens("")) {
            WebhookDelivery delivery = make(desk);
            Sandbank bank = desk.bank();
            assertThat(bank.webhooks().to("moves").flaws())
                    .contains(DeliveryFlaw.MISSING_CREDENTIALS, DeliveryFlaw.FOREIGN_TOKEN, DeliveryFlaw.TAMPERED_BODY)
                    .doesNotContain(DeliveryFlaw.WRONG_PASSWORD, DeliveryFlaw.EXPIRED_TOKEN);

            assertThat(sent(delivery, DeliveryFlaw.FOREIGN_TOKEN))
                    .startsWith("Bearer ")
                    .doesNotContain("token-1");
            assertThat(sent(delivery, DeliveryFlaw.UNKNOWN_MEMBERS)).isEqualTo("Bearer token-1");
            desk.pass("PT10M");
            assertThat(sent(delivery, DeliveryFlaw.EXPIRED_TOKEN)).isEqualTo("Bearer token-1");
            assertThat(bank.webhooks().to("moves").flaws()).contains(DeliveryFlaw.EXPIRED_TOKEN);
        }
    }

    private static String sent(WebhookDelivery delivery, DeliveryFlaw flaw) {
        return delivery.bad(flaw).attempts().get(0).headers().get("Authorization");
    }
}
