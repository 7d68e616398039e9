package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** However many calls one port has, the others answer: more of them than all ports have threads. */
@Isolated
class FairnessTest {

    /** More than there are threads. */
    private static final int MANY = 600;

    private final List<Wire> clients = new ArrayList<>();
    private final Port other = Port.open(Wire.HOST, 0, Recorder.saying("prompt"));

    /** Others look at how many threads there are. */
    @AfterAll
    static void letTheThreadsEnd() {
        Eventually.holds("all threads ended", () -> OurThreads.alive().isEmpty());
    }

    @AfterEach
    void close() throws IOException {
        for (Wire client : clients) {
            client.close();
        }
        other.close();
    }

    @Test
    void holdsForCallsThatAreDelayed() throws IOException {
        Delaying site = new Delaying(Duration.ofHours(1));
        try (Port port = Port.open(Wire.HOST, 0, site)) {
            send(port, MANY, Wire.get("/"));
            Eventually.holds("all are delayed", () -> site.asked.get() == MANY);

            assertThat(ask(other)).isEqualTo("prompt");
        }
        assertThat(clients).allMatch(Wire::isCutOff);
    }

    @Test
    void holdsForBodiesThatDoNotEnd() throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, Recorder.saying("mine"))) {
            send(port, MANY, "POST / HTTP/1.1\r\nHost: bank\r\nContent-Length: 9\r\n\r\nhalf");
            send(port, MANY, "POST / HTTP/1.1\r\nHost: bank\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf");

            assertThat(ask(other)).isEqualTo("prompt");
            assertThat(ask(port)).isEqualTo("mine");
        }
    }

    @Test
    void holdsForCallsThatBlockAndForTheControlsOfTheirSite() throws IOException {
        Blocked site = new Blocked() {
            @Override
            public Reply answer(Request request) {
                return request.path().equals("/controls") ? Reply.of(200, "text/plain", "mine") : super.answer(request);
            }

            @Override
            public boolean isForControls(String path) {
                return path.equals("/controls");
            }
        };
        try (Port port = Port.open(Wire.HOST, 0, site)) {
            send(port, MANY, Wire.get("/"));

            assertThat(ask(other)).isEqualTo("prompt");
            assertThat(Wire.ask(port.number(), Wire.get("/controls")).body()).isEqualTo("mine");

            site.release.countDown();
            for (Wire client : clients) {
                assertThat(client.receive().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void letsNothingLiveOnForADelayOnceThePortIsClosed() throws IOException {
        WeakReference<RequestHandler> forgotten = delayAndClose();

        Eventually.holds("the site is forgotten", () -> {
            System.gc();
            return forgotten.get() == null;
        });
        assertThat(clients).allMatch(Wire::isCutOff);
    }

    private WeakReference<RequestHandler> delayAndClose() throws IOException {
        Delaying site = new Delaying(Duration.ofHours(1));
        try (Port port = Port.open(Wire.HOST, 0, site)) {
            send(port, 10, Wire.get("/"));
            Eventually.holds("all are delayed", () -> site.asked.get() == 10);
        }
        return new WeakReference<>(site);
    }

    @Test
    void isNeitherAskedForAReplyNorNoisyWhenADelayEndsWithItsPort() throws IOException {
        Delaying site = new Delaying(Duration.ofHours(1));
        try (LogLines log = LogLines.listen()) {
            Port port = Port.open(Wire.HOST, 0, site);
            send(port, 10, Wire.get("/"));
            Eventually.holds("all are delayed", () -> site.asked.get() == 10);

            port.close();

            assertThat(clients).allMatch(Wire::isCutOff);
            assertThat(site.answered).hasValue(0);
            assertThat(log.records).isEmpty();
        }
    }

    private void send(Port port, int times, String request) throws IOException {
        for (int i = 0; i < times; i++) {
            clients.add(Wire.to(port.number()).send(request));
        }
    }

    private static String ask(Port port) throws IOException {
        return Wire.ask(port.number(), Wire.get("/")).body();
    }
}
