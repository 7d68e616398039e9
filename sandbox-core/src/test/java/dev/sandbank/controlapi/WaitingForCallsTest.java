package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Waiting for a call that somebody else is going to make. */
class WaitingForCallsTest {

    private static final int SEATS = 16;

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void endsWhenSuchACallComes() throws Exception {
        CompletableFuture<ControlAnswer> waiting =
                control(bank, "GET", "/calls?refusal=token-missing&wait=PT30S").sendSoon();

        HttpCall.tokenRequest(bank).send();
        HttpCall.get(bank, "/banking/accounts").send();

        assertThat(waiting.get(20, TimeUnit.SECONDS).hasStatus(200).json().path("calls"))
                .hasSize(1);
    }

    @Test
    void isNotNeededWhereSuchACallIsThere() {
        HttpCall.get(bank, "/banking/accounts").send();

        assertThat(control(bank, "GET", "/calls?wait=PT30S").send().json().path("calls"))
                .hasSize(1);
    }

    @Test
    void endsInTimeWithoutOne() {
        assertThat(control(bank, "GET", "/calls?wait=PT0.01S")
                        .send()
                        .hasStatus(200)
                        .json()
                        .path("calls"))
                .isEmpty();
    }

    @Test
    void goesOnSinceACall() throws Exception {
        HttpCall.get(bank, "/banking/accounts").send();
        CompletableFuture<ControlAnswer> waiting =
                control(bank, "GET", "/calls?since=1&wait=PT30S").sendSoon();

        HttpCall.get(bank, "/banking/accounts").send();

        assertThat(waiting.get(20, TimeUnit.SECONDS).text("/calls/0/number")).isEqualTo("2");
    }

    @Test
    void holdsNobodyElseUpAndHasAnEndOfSeats() throws Exception {
        BlockingQueue<ControlAnswer> answers = new LinkedBlockingQueue<>();
        List<CompletableFuture<Void>> waiting = Stream.generate(
                        () -> waitForAToken().thenAccept(answers::add))
                .limit(SEATS + 4)
                .toList();
        for (int i = 0; i < 4; i++) {
            ControlAnswer turnedAway = next(answers).isProblem(429, "16 requests are already waiting for calls");
            assertThat(turnedAway.header("retry-after")).contains("1");
        }

        HttpCall.get(bank, "/banking/accounts").send();
        control(bank, "GET", "/clock").send().hasStatus(200);
        assertThat(answers).isEmpty();
        HttpCall.tokenRequest(bank).send();

        for (int i = 0; i < SEATS; i++) {
            assertThat(next(answers).hasStatus(200).json().path("calls")).hasSize(1);
        }
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        assertThat(waitForAToken().get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    private CompletableFuture<ControlAnswer> waitForAToken() {
        return control(bank, "GET", "/calls?operation=token&wait=PT30S").sendSoon();
    }

    private static ControlAnswer next(BlockingQueue<ControlAnswer> answers) throws InterruptedException {
        ControlAnswer next = answers.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void endsWhenTheSandboxIsClosed() {
        CompletableFuture<ControlAnswer> waiting =
                control(bank, "GET", "/calls?wait=PT30S").sendSoon();

        bank.close();

        assertThat(waiting.handle((answer, cut) -> true).orTimeout(20, TimeUnit.SECONDS))
                .succeedsWithin(Duration.ofSeconds(20));
    }
}
