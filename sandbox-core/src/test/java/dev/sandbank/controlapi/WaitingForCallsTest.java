package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
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
        Set<CompletableFuture<ControlAnswer>> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < SEATS + 4; i++) {
            waiting.add(
                    control(bank, "GET", "/calls?operation=token&wait=PT30S").sendSoon());
        }
        List<ControlAnswer> turnedAway = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            turnedAway.add((ControlAnswer) CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new))
                    .get(20, TimeUnit.SECONDS));
            waiting.remove(waiting.stream()
                    .filter(CompletableFuture::isDone)
                    .findFirst()
                    .orElseThrow());
        }

        HttpCall.get(bank, "/banking/accounts").send();
        control(bank, "GET", "/clock").send().hasStatus(200);
        assertThat(waiting).hasSize(SEATS).noneMatch(CompletableFuture::isDone);
        HttpCall.tokenRequest(bank).send();

        for (ControlAnswer refused : turnedAway) {
            refused.isProblem(429, "16 requests wait for calls already");
            assertThat(refused.header("retry-after")).contains("1");
        }
        for (CompletableFuture<ControlAnswer> each : waiting) {
            assertThat(each.get(20, TimeUnit.SECONDS).json().path("calls")).hasSize(1);
        }
    }

    @Test
    void endsWhenTheSandboxIsClosed() {
        CompletableFuture<ControlAnswer> waiting =
                control(bank, "GET", "/calls?wait=PT30S").sendSoon();

        bank.close();

        Assertions.assertThat(waiting.handle((answer, cut) -> true).orTimeout(20, TimeUnit.SECONDS))
                .succeedsWithin(Duration.ofSeconds(20));
    }
}
