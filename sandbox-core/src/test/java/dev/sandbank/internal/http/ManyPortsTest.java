package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class ManyPortsTest {

    @Test
    void haveTheirOwnSitesButNoThreadsOfTheirOwn() throws IOException {
        List<Port> ports = new ArrayList<>();
        int before = OurThreads.alive().size();
        try {
            ports.add(Port.open(Wire.HOST, 0, Recorder.saying("site 0")));
            Wire.ask(ports.get(0).number(), Wire.get("/"));
            for (int i = 1; i < 1_000; i++) {
                ports.add(Port.open(Wire.HOST, 0, Recorder.saying("site " + i)));
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(Wire.ask(ports.get(i).number(), Wire.get("/")).body())
                        .isEqualTo("site " + i);
            }
            assertThat(OurThreads.alive()).hasSizeLessThan(before + 20);
        } finally {
            ports.forEach(Port::close);
        }
    }

    @Test
    void areOpenedAndClosedByManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> jobs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String words = "thread " + i;
                jobs.add(() -> openAskAndClose(words));
            }
            for (Future<Void> job : threads.invokeAll(jobs)) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void openAskAndClose(String words) throws IOException {
        for (int i = 0; i < 100; i++) {
            String mine = words + " round " + i;
            try (Port port = Port.open(Wire.HOST, 0, Recorder.saying(mine))) {
                assertThat(Wire.ask(port.number(), Wire.get("/")).body()).isEqualTo(mine);
            }
        }
        return null;
    }
}
