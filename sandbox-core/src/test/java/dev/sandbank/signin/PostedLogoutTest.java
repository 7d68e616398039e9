package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import dev.sandbank.testing.App;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Logout tokens that the sandbox posts itself, because somebody said so. */
class PostedLogoutTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    /** A client on this machine, which keeps the forms that it gets. */
    private record Receiver(HttpServer server, BlockingQueue<String> forms) implements AutoCloseable {

        static Receiver start() throws IOException {
            BlockingQueue<String> forms = new LinkedBlockingQueue<>();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/signed-out", exchange -> {
                forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return new Receiver(server, forms);
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/signed-out";
        }

        String next() throws InterruptedException {
            return String.valueOf(forms.poll(LONG.toSeconds(), TimeUnit.SECONDS));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void ifTheTestNamesAReceiver() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            bank.webhooks().to("client:posting").deliverTo(URI.create(receiver.url()));
            bank.tokens().forUser("posting", "ada", Authentication.by("pwd"));
            bank.user("ada").signOut();

            WebhookDelivery delivery =
                    bank.webhooks().to("client:posting").deliveries().get(0);
            assertThat(receiver.next()).isEqualTo(delivery.body()).startsWith("logout_token=ey");
            assertThat(delivery.awaitState(State.DELIVERED, LONG)).isTrue();
        }
    }

    @Test
    void atTheUriOfTheClientOnlyIfItsHostIsAllowedByName() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            String fixture = """
                    extends: dev/sandbank/openid.yaml
                    clients: [{id: jwt, backchannelLogoutUri: "%s"}]
                    """.formatted(receiver.url());
            try (Sandbank silent = Sandbank.builder().fixtureText(fixture).start();
                    Sandbank posting = Sandbank.builder()
                            .fixtureText(fixture)
                            .mayDeliverTo("127.0.0.1")
                            .start()) {
                silent.tokens().forUser("jwt", "ada", Authentication.by("pwd"));
                silent.user("ada").signOut();
                posting.tokens().forUser("jwt", "bob", Authentication.by("pwd"));
                posting.user("bob").signOut();

                WebhookDelivery delivery =
                        posting.webhooks().to("client:jwt").deliveries().get(0);
                assertThat(receiver.next()).isEqualTo(delivery.body());
                assertThat(delivery.awaitState(State.DELIVERED, LONG)).isTrue();
                assertThat(receiver.forms()).isEmpty();
                assertThat(silent.webhooks().due()).hasSize(1);
            }
        }
    }
}
