package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class SlowClientTest {

    private static final Duration IDLE = Duration.ofSeconds(1);

    /** For those who are not to be cut off, however busy the machine is. */
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final Recorder site = Recorder.saying("fine");
    private final Engine engine = Engine.start(IDLE);
    private final Engine patient = Engine.start(PATIENT);
    private final LogLines log = LogLines.listen();
    private int port;

    @BeforeEach
    void listen() throws IOException {
        port = listen(engine, site);
    }

    private static int listen(Engine engine, RequestHandler behind) throws IOException {
        return listen(engine, behind, null);
    }

    private static int listen(Engine engine, RequestHandler behind, @Nullable SSLContext tls) throws IOException {
        ServerSocketChannel channel =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        engine.listen(channel, behind, tls);
        return channel.socket().getLocalPort();
    }

    @AfterEach
    void stop() {
        engine.stopSoon();
        patient.stopSoon();
        assertThat(log.records).isEmpty();
        log.close();
    }

    @Test
    void isCutOffIfItSaysNothing() throws IOException {
        try (Wire wire = Wire.to(port)) {
            assertThat(wire.isCutOff()).isTrue();
        }
        assertThat(site.requests).isEmpty();
    }

    @Test
    void isCutOffIfItStopsInTheMiddleOfAHead() throws IOException {
        try (Wire wire = Wire.to(port)) {
            wire.send("GET / HTTP/1.1\r\nHos").receive();

            assertThat(wire.isCutOff()).isTrue();
        }
        assertThat(site.requests).isEmpty();
    }

    /** It is never idle. */
    @Test
    void isCutOffIfItDripsItsHandshake() throws Exception {
        try (Wire wire = Wire.to(listen(engine, site, SSLContext.getDefault()))) {
            wire.send(new byte[] {0x16, 0x03, 0x01, 0x10, 0x00});
            CompletableFuture<Boolean> cutOff = CompletableFuture.supplyAsync(wire::isCutOff);
            while (!isDone(cutOff)) {
                wire.send(new byte[1]);
            }
            assertThat(cutOff).isCompletedWithValue(true);
        }
        assertThat(site.requests).isEmpty();
    }

    private static boolean isDone(CompletableFuture<?> awaited) throws Exception {
        try {
            awaited.get(IDLE.toMillis() / 4, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    @Test
    void isToldIfItsBodyDoesNotArrive() throws IOException {
        Wire.Answer answer = Wire.ask(port, "POST /a HTTP/1.1\r\nHost: bank\r\nContent-Length: 9\r\n\r\nhalf");

        assertThat(answer.status()).isEqualTo(408);
        assertThat(site.onlyRefusal().target()).isEqualTo("/a");
    }

    @Test
    void isNotBlamedForASiteThatTakesItsTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RequestHandler slow = new Recorder(Reply.of(200, "text/plain", "at last")) {
            @Override
            public Reply answer(Request request) {
                try {
                    never.await(IDLE.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.answer(request);
            }
        };

        assertThat(Wire.ask(listen(engine, slow), Wire.get("/")).body()).isEqualTo("at last");
    }

    @Test
    void isNotBlamedForAReplyThatIsDelayed() throws IOException {
        assertThat(Wire.ask(listen(engine, new Delaying(IDLE.multipliedBy(2))), Wire.get("/"))
                        .body())
                .isEqualTo("at last");
    }

    @Test
    void mayDripItsBody() throws IOException {
        try (Wire wire = Wire.to(listen(patient, site))) {
            wire.send("POST /a HTTP/1.1\r\nHost: bank\r\nContent-Length: 9\r\n\r\n");
            for (String letter : "all of it".split("", -1)) {
                wire.send(letter);
            }
            assertThat(wire.receive().status()).isEqualTo(200);
        }
        assertThat(site.onlyRequest().body().text()).isEqualTo("all of it");
    }

    @Test
    void mayLeaveAtAnyMoment() throws IOException {
        int open = listen(patient, site);
        String request = "POST /a HTTP/1.1\r\nHost: bank\r\nContent-Length: 9\r\n\r\nall of it";
        for (int length = 0; length <= request.length(); length++) {
            try (Wire wire = Wire.to(open)) {
                wire.send(request.substring(0, length));
            }
        }

        assertThat(Wire.ask(open, Wire.get("/still-there")).status()).isEqualTo(200);
        assertThat(site.refusals).noneMatch(refusal -> refusal.status() >= 500);
    }
}
