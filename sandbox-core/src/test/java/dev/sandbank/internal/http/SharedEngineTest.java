package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class SharedEngineTest {

    @Test
    void leavesNoThreadAndNoSiteBehindAfterAThousandRounds() throws IOException {
        List<WeakReference<RequestHandler>> sites = new ArrayList<>();
        try (Port stays = Port.open(Wire.HOST, 0, Recorder.saying("still here"))) {
            for (int i = 0; i < 1_000; i++) {
                sites.add(new WeakReference<>(openAskAndClose()));
            }
            Eventually.holds("all sites forgotten", () -> {
                System.gc();
                return sites.stream().allMatch(site -> site.get() == null);
            });
            assertThat(Wire.ask(stays.number(), Wire.get("/")).body()).isEqualTo("still here");
        }

        Eventually.holds("all threads ended", () -> OurThreads.alive().isEmpty());
    }

    @Test
    void stopsTheServerEvenIfARequestIsStillInFlight() throws Exception {
        Blocked site = new Blocked();
        Port port = Port.open(Wire.HOST, 0, site);
        try (Wire wire = Wire.to(port.number())) {
            wire.send(Wire.get("/"));
            site.asked.await();
            port.close();
        }

        Eventually.holds("all threads ended", () -> OurThreads.alive().isEmpty());
    }

    @Test
    void usesOnlyThreadsThatLetTheProcessEnd() throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, Recorder.saying("hello"))) {
            Wire.ask(port.number(), Wire.get("/"));

            assertThat(OurThreads.alive()).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    private static RequestHandler openAskAndClose() throws IOException {
        RequestHandler site = Recorder.saying("hello");
        try (Port port = Port.open(Wire.HOST, 0, site)) {
            assertThat(Wire.ask(port.number(), Wire.get("/")).status()).isEqualTo(200);
        }
        return site;
    }
}
