package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The tests run one at a time, because they want the same port. */
@Execution(ExecutionMode.SAME_THREAD)
class FixedPortTest {

    private static final int PORT = 17_341;
    private static final URI URL = URI.create("http://127.0.0.1:" + PORT + "/core/accounts");

    @Test
    void isFreeAgainForTheNextTest() {
        SampleRun run = SampleRun.passing(Repeated.class);

        assertThat(run.sandboxes("repeated")).hasSize(50);
        assertThat(run.sightings()).allMatch(seen -> seen.url().getPort() == PORT);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void isTakenByTurnsIfTestsRunInParallel() {
        SampleRun run = SampleRun.passingInParallel(4, Repeated.class, Unasked.class);

        assertThat(run.sandboxes("repeated")).hasSize(50);
        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(60);
    }

    @Test
    void isOpenThoughNobodyAsksForTheSandbox() {
        SampleRun run = SampleRun.passing(Unasked.class, UnaskedInClass.class, UnaskedInJvm.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(14);
    }

    @Test
    void isNamedIfItIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            SampleRun run = SampleRun.of(Unasked.class, UnaskedInClass.class, UnaskedInJvm.class);

            assertThat(taken.isBound()).isTrue();
            assertThat(run.failures())
                    .hasSize(12)
                    .allSatisfy(failure ->
                            assertThat(failure).hasMessageContainingAll("\"uphold\"", "cannot start", ":" + PORT));
        }
    }

    @Sample
    @WithSandbank(value = "uphold", port = PORT)
    static class Repeated {

        @RepeatedTest(50)
        void repeated(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }
    }

    @Sample
    @WithSandbank(value = "uphold", port = PORT)
    static class Unasked {

        @BeforeEach
        void setUp() {
            assertThat(Http.get(URL, "none")).contains(401);
        }

        @RepeatedTest(10)
        void unasked() {
            assertThat(Http.get(URL, "none")).contains(401);
        }
    }

    private abstract static class UnaskedByClass {

        @BeforeAll
        static void setUpAll() {
            assertThat(Http.get(URL, "none")).contains(401);
        }

        @RepeatedTest(2)
        void unasked() {
            assertThat(Http.get(URL, "none")).contains(401);
        }
    }

    @Sample
    @WithSandbank(value = "uphold", port = PORT, lifetime = Lifetime.CLASS)
    static class UnaskedInClass extends UnaskedByClass {}

    @Sample
    @WithSandbank(value = "uphold", port = PORT, lifetime = Lifetime.JVM)
    static class UnaskedInJvm extends UnaskedByClass {}
}
