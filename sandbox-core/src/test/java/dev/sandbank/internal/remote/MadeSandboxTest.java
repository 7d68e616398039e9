package dev.sandbank.internal.remote;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.control.api.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A sandbox at a server whose JVM may die. */
class MadeSandboxTest {

    @Test
    void livesOnAsLongAsItIsUsed() throws InterruptedException {
        try (Sandbank server = Sandbank.start("apiture");
                MadeSandbox made = MadeSandbox.at(server.baseUrl(), null, Json.object(), Duration.ofSeconds(12))) {
            RemoteBank bank = new RemoteBank(made);
            Instant first = end(server);
            bank.clock().now();
            assertThat(end(server)).isEqualTo(first);

            bank.journal().awaitCall(call -> false, Duration.ofMillis(3_200));
            bank.clock().now();

            assertThat(end(server)).isAfter(first);
        }
    }

    private static Instant end(Sandbank server) {
        return Instant.parse(control(server, "GET", "/sandboxes").send().text("/sandboxes/0/endsAt"));
    }
}
