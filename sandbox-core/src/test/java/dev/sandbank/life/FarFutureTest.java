package dev.sandbank.life;

import static dev.sandbank.testing.ApitureSeed.GUIDE;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ControlCall;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock goes as far as anybody types, and nobody waits for what falls due by then but the call that needs it. */
class FarFutureTest {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    private static final String EVERY_DAY = """
            transfers:
              - id: xfer-coffee
                user: ada
                amount: "0.01"
                sourceAccount: acct-4f81c0
                targetAccount: acct-9b22d7
                schedule: {frequency: daily, scheduledOn: "2031-03-04"}
            """;

    private static Sandbank world(String members) {
        return Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\nsettings: {memory: 2048}\n" + members)
                .start();
    }

    private static Answer accounts(Sandbank bank) {
        String token = clientCredentials(bank, GUIDE).send().text("/access_token");
        return get(bank, "/banking/accounts").bearer(token).send();
    }

    @Test
    void aHundredYearsOfMonthlySavingsAreMadeBeforeTheNextCall() {
        try (Sandbank bank = world("clock: 2099-01-01T00:00:00Z\n")) {
            bank.clock().freezeAt(Instant.parse("2199-01-16T00:00:00Z"));

            assertThat(accounts(bank).status()).isEqualTo(200);
            assertThat(bank.export()).contains("scheduledOn: \"2199-02-15\"").doesNotContain("2199-03-15");
        }
    }

    @Test
    void theTokenServerAndResetDoNotWaitForTheCallThatCatchesUp() throws Exception {
        try (Sandbank bank = world("clock: 9999-12-31T23:59:59Z\n")) {
            var callers = Executors.newSingleThreadExecutor();
            CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> accounts(bank), callers);

            assertThat(clientCredentials(bank, GUIDE).send().status()).isEqualTo(200);
            assertThat(get(bank, "/oidc/.well-known/openid-configuration")
                            .send()
                            .status())
                    .isEqualTo(200);
            assertThat(call).isNotDone();

            bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
            assertThat(call.get().status()).isEqualTo(200);
            callers.shutdown();
        }
    }

    @Test
    void closingDoesNotWaitForTheCallThatCatchesUp() {
        Sandbank bank = world("clock: 9999-12-31T23:59:59Z\n");
        var callers = Executors.newSingleThreadExecutor();
        CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> accounts(bank), callers);
        assertThat(clientCredentials(bank, GUIDE).send().status()).isEqualTo(200);

        assertTimeoutPreemptively(Duration.ofSeconds(10), bank::close);

        assertThat(call).failsWithin(Duration.ofMinutes(1));
        callers.shutdown();
    }

    @Test
    void aJumpThatBringsTooMuchIsRefusedAndTheClockStaysWhereItIs() {
        try (Sandbank bank = world("clock: 2031-03-03T09:00:00Z\n" + EVERY_DAY)) {
            Instant before = bank.clock().now();

            assertThatThrownBy(() -> bank.clock().freezeAt(END))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("until 9999-12-31T23:59:59Z more than 100000 things fall due")
                    .hasMessageContaining("xfer-coffee of transfers alone falls due about 19")
                    .hasMessageEndingWith("give it an end, or move the clock in smaller steps");
            assertThatThrownBy(() -> bank.clock().advance(Duration.between(before, END)))
                    .hasMessageContaining("xfer-coffee");

            assertThat(bank.clock().now()).isEqualTo(before);
            assertThat(accounts(bank).status()).isEqualTo(200);
        }
    }

    @Test
    void aJumpThatBringsMoreThanThereIsMemoryForIsRefused() {
        try (Sandbank bank = Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\nsettings: {memory: 12}\n")
                .start()) {
            assertThatThrownBy(() -> bank.clock().freezeAt(END))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("until 9999-12-31T23:59:59Z more falls due than there is memory for: ")
                    .hasMessageContaining("xfer-savings of transfers alone falls due about 948")
                    .hasMessageEndingWith("or raise the setting memory");

            bank.clock().freezeAt(Instant.parse("2199-01-15T00:00:00Z"));
            assertThat(accounts(bank).status()).isEqualTo(200);
        }
    }

    @Test
    void theControlApiRefusesItInTheSameWords() {
        try (Sandbank bank = world("clock: 2031-03-03T09:00:00Z\n" + EVERY_DAY)) {
            var answer = ControlCall.control(bank, "PATCH", "/clock")
                    .json("{\"at\":\"9999-12-31T23:59:59Z\"}")
                    .send();

            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.body()).contains("xfer-coffee of transfers alone falls due about 19");
        }
    }

    @Test
    void aFixtureThatStartsTooLateIsToldByEveryCallWhileTokensAreIssued() {
        try (Sandbank bank = world("clock: 9999-12-31T23:59:59Z\n" + EVERY_DAY)) {
            assertThat(clientCredentials(bank, GUIDE).send().status()).isEqualTo(200);

            assertThat(accounts(bank).status()).isEqualTo(503);
            assertThat(bank.journal().lastCall().decision().toString())
                    .contains("of transfers alone falls due about 19");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"endsOn: \"2031-03-31\"", "count: 20", "amountLimit: \"0.20\""})
    void aSeriesThatEndsDoesNotStandInTheWay(String end) {
        String ending = EVERY_DAY.replace("frequency: daily", "frequency: daily, " + end);
        try (Sandbank bank = world("clock: 2031-03-03T09:00:00Z\n" + ending)) {
            bank.resource("transfers", "xfer-savings").remove();
            bank.clock().freezeAt(END);

            assertThat(accounts(bank).status()).isEqualTo(200);
        }
    }
}
