package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A sandbox that ends as a server ends: what is under way is answered, and nothing new begins. */
class GracefulClosingTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** A request whose content is still to come: the sandbox asks for it as soon as it serves the request. */
    private static final String HALF =
            "POST /core/accounts HTTP/1.1\r\nHost: bank\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";

    private static final String GO_ON = "HTTP/1.1 100 Continue\r\n\r\n";

    @Test
    void answersDelayedCallsAndThoseThatWaitForCalls() throws Exception {
        Sandbank bank = Sandbank.start("uphold");
        bank.faults().on("core.list-accounts").next(1).delay(Duration.ofMillis(300));
        try (Socket waiting = asked(bank, "/_sandbank/api/calls?operation=core.list-accounts&wait=PT20S");
                Socket delayed = asked(bank, "/core/accounts")) {
            while (bank.faults().count() > 0) {
                Thread.onSpinWait();
            }

            bank.closeGracefully(LONG);

            assertThat(whole(delayed)).startsWith("HTTP/1.1 401").contains("Connection: close");
            assertThat(whole(waiting)).startsWith("HTTP/1.1 200").contains("\"operation\":\"core.list-accounts\"");
        }
    }

    @Test
    void takesNothingNewAndTellsThoseWhoAreConnectedThatItIsNotReady() throws Exception {
        Sandbank bank = Sandbank.start("uphold");
        try (Socket kept = asked(bank, "/core/accounts");
                Socket half = sent(bank, HALF)) {
            kept.getInputStream().readNBytes("HTTP/1.1".length());
            half.getInputStream().readNBytes(GO_ON.length());
            CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> bank.closeGracefully(LONG));
            while (takesConnections(bank)) {
                Thread.onSpinWait();
            }

            send(kept, request("/_sandbank/health"));
            assertThat(whole(kept)).contains("HTTP/1.1 503", "Connection: close", "{\"live\":true,\"ready\":false}");
            assertThat(closed).isNotDone();

            send(half, "{}");
            assertThat(whole(half)).startsWith("HTTP/1.1 401");
            closed.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void cutsOffWhatTakesLongerThanItHasPatience() throws Exception {
        Sandbank bank = Sandbank.start("uphold");
        bank.faults().on("core.list-accounts").next(1).delay(Duration.ofHours(1));
        try (Socket delayed = asked(bank, "/core/accounts")) {
            while (bank.faults().count() > 0) {
                Thread.onSpinWait();
            }

            bank.closeGracefully(Duration.ofMillis(50));

            assertThat(whole(delayed)).isEmpty();
        }
    }

    private static boolean takesConnections(Sandbank bank) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bank.baseUrl().getPort())) {
            return socket.isConnected();
        } catch (SocketException refusedOrReset) {
            return false;
        }
    }

    private static String request(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static Socket asked(Sandbank bank, String target) throws IOException {
        return sent(bank, request(target));
    }

    private static Socket sent(Sandbank bank, String text) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bank.baseUrl().getPort());
        socket.setSoTimeout(20_000);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All that comes until the connection ends. */
    private static String whole(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
