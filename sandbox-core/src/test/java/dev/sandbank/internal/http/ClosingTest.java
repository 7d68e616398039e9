package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class ClosingTest {

    @Test
    void doesNotWaitForARequestInFlight() throws Exception {
        Blocked site = new Blocked();
        try (LogLines log = LogLines.listen()) {
            Port port = Port.open(Wire.HOST, 0, site);
            try (Wire wire = Wire.to(port.number())) {
                wire.send(Wire.get("/"));
                site.asked.await();
                long start = System.nanoTime();

                port.close();

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
                assertThat(wire.isCutOff()).isTrue();
            }
            site.release.countDown();
            site.done.await();
            assertThat(log.records).isEmpty();
        }
    }

    @Test
    void cutsConnectionsThatAreKeptAlive() throws IOException {
        Port port = Port.open(Wire.HOST, 0, Recorder.saying("hello"));
        try (Wire idle = Wire.to(port.number());
                Wire used = Wire.to(port.number());
                Wire half = Wire.to(port.number())) {
            used.send(Wire.get("/")).receive();
            half.send("POST / HTTP/1.1\r\nHost: bank\r\nContent-Length: 100\r\n\r\nhalf");

            port.close();

            assertThat(List.of(idle.isCutOff(), used.isCutOff(), half.isCutOff()))
                    .containsOnly(true);
        }
    }

    @Test
    void neverLetsALaterPortAnswerAnEarlierConnection() throws IOException {
        for (int round = 0; round < 100; round++) {
            Port first = Port.open(Wire.HOST, 0, Recorder.saying("first"));
            try (Wire one = Wire.to(first.number());
                    Wire other = Wire.to(first.number())) {
                first.close();
                try (Port second = Port.open(Wire.HOST, first.number(), Recorder.saying("second"))) {
                    assertThat(List.of(words(one), words(other))).doesNotContain("second");
                    assertThat(Wire.ask(second.number(), Wire.get("/")).body()).isEqualTo("second");
                }
            }
        }
    }

    @Test
    void mayBeDoneByTheSiteItself() throws Exception {
        List<Port> ports = new ArrayList<>();
        CountDownLatch closed = new CountDownLatch(1);
        RequestHandler site = new Blocked() {
            @Override
            public Reply answer(Request request) {
                ports.get(0).close();
                closed.countDown();
                return Reply.empty(200);
            }
        };
        ports.add(Port.open(Wire.HOST, 0, site));

        try (Wire wire = Wire.to(ports.get(0).number())) {
            assertThat(wire.send(Wire.get("/")).isCutOff()).isTrue();
        }
        closed.await();
    }

    private static String words(Wire wire) {
        try {
            return wire.send(Wire.get("/")).receive().body();
        } catch (IOException e) {
            return "cut off";
        }
    }
}
