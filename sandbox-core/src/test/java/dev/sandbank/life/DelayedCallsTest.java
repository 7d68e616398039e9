package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls that a fault delays: more of them at once than all sandboxes have threads. */
class DelayedCallsTest {

    private static final int MANY = 600;

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @AutoClose
    private final Sandbank other = Sandbank.start("uphold");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void holdUpNobodyElseAndEndWithTheirSandbox() throws Exception {
        bank.faults().on("listAccounts").next(MANY).delay(Duration.ofHours(1));
        List<CompletableFuture<Boolean>> cut =
                Stream.generate(this::isCut).limit(MANY).toList();

        while (bank.faults().count() > 0) {
            assertThat(accountsOf(other)).hasStatus(200);
        }
        assertThat(accountsOf(other)).hasStatus(200);
        assertThat(HttpCall.tokenRequest(bank)).hasStatus(401);

        bank.close();

        for (CompletableFuture<Boolean> each : cut) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(accountsOf(other)).hasStatus(200);
    }

    private CompletableFuture<Boolean> isCut() {
        HttpRequest request = HttpRequest.newBuilder(bank.url("listAccounts")).build();
        return http.sendAsync(request, BodyHandlers.discarding()).handle((reply, failure) -> reply == null);
    }

    private static HttpCall accountsOf(Sandbank uphold) {
        return HttpCall.get(uphold, "/core/accounts").bearer(uphold.tokens().forClient("ada-only"));
    }

    @Test
    void areAnsweredAndWrittenDownAfterTheirDelay() {
        bank.faults().on("listAccounts").next(1).delay(Duration.ofMillis(50));

        assertThat(HttpCall.get(bank, "/banking/accounts").bearer(bank.tokens().forClient("ada-batch")))
                .hasStatus(200);
        assertThat(bank.journal().lastCall().decision().gates())
                .anyMatch(gate -> gate.saw().equals("takes PT0.05S"));
    }
}
