package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all requests have for content is bounded, so that many that do not end do not fill the memory. */
class ContentBudgetTest {

    private static final int MIB = 1024 * 1024;
    private static final String HEAD = "POST /a HTTP/1.1\r\nHost: bank\r\nContent-Length: " + MIB + "\r\n\r\n";
    private static final String ALMOST_ALL = "x".repeat(MIB - 1);
    private static final String ALL = HEAD + ALMOST_ALL + "x";

    private final Engine engine = Engine.start(Duration.ofMinutes(2), 8L * MIB);
    private final Recorder site = Recorder.saying("fine");
    private final List<Wire> halves = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Wire half : halves) {
            half.close();
        }
        engine.stopSoon();
    }

    @Test
    void refusesWhatIsTooMuchForOnePortAndNothingOfAnother() throws IOException {
        Opened opened = open(site);
        int port = opened.port();
        fill(opened);

        assertThat(Wire.ask(port, ALL).status()).isEqualTo(503);
        assertThat(site.refusals)
                .allMatch(refusal -> refusal.status() == 503 && refusal.target().equals("/a"));
        assertThat(Wire.ask(port, Wire.get("/")).status()).isEqualTo(200);
        assertThat(Wire.ask(listen(Recorder.saying("other")), ALL).body()).isEqualTo("other");
    }

    @Test
    void isGivenBackByThoseThatAreAnsweredAndThoseThatLeave() throws IOException {
        int port = listen(site);
        for (int i = 0; i < 20; i++) {
            Eventually.holds("there is room again", () -> status(port) == 200);
        }
        for (int i = 0; i < 20; i++) {
            Eventually.holds("there is room for those that leave", () -> statusOfHalf(port) == 400);
        }
        assertThat(site.requests).hasSize(20);
    }

    private static int statusOfHalf(int port) {
        try (Wire half = Wire.to(port)) {
            half.send(HEAD + ALMOST_ALL).endOutput();
            return half.receive().status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isGivenBackByAPortThatCloses() throws IOException {
        for (int round = 0; round < 5; round++) {
            Opened opened = open(Recorder.saying("closes"));
            fill(opened);
            opened.listening().close();
        }

        int port = listen(site);
        Eventually.holds("there is room again", () -> status(port) == 200);
    }

    /** A quarter of 8 MiB is for one port: two bodies that do not end, each but for one byte there. */
    private void fill(Opened opened) throws IOException {
        halves.add(Wire.to(opened.port()).send(HEAD + ALMOST_ALL));
        halves.add(Wire.to(opened.port()).send(HEAD + ALMOST_ALL));
        ByteBudget left = opened.listening().bodies();
        Eventually.holds("all of both is there", () -> !hasThreeBytes(left));
    }

    private static boolean hasThreeBytes(ByteBudget left) {
        boolean has = left.take(3);
        if (has) {
            left.giveBack(3);
        }
        return has;
    }

    private static int status(int port) {
        try {
            return Wire.ask(port, ALL).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Opened(PortBinding listening, int port) {}

    private Opened open(RequestHandler behind) throws IOException {
        ServerSocketChannel channel = channel();
        return new Opened(engine.listen(channel, behind, null), channel.socket().getLocalPort());
    }

    private int listen(RequestHandler behind) throws IOException {
        return open(behind).port();
    }

    private static ServerSocketChannel channel() throws IOException {
        ServerSocketChannel channel =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        return channel;
    }
}
