package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.EVERYDAY;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.testing.HttpCall;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The switches of a fixture: what they change, and that they change nothing unless they are set. */
class SwitchesTest {

    @Test
    void leaveReadingToTheScopeForReading() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThat(accounts(bank, "banking/write")).hasStatus(403).wasRefused(DenialReason.SCOPE_MISSING);
        }
    }

    @Test
    void canLetTheScopeForWritingReadToo() {
        try (Sandbank bank = start("bankingWriteReads: true")) {
            assertThat(accounts(bank, "banking/write")).hasStatus(200).wasAllowed();
            assertThat(accounts(bank, "data/read"))
                    .hasStatus(403)
                    .has("/attributes/grantedScopes/0", "data/read")
                    .wasRefused(DenialReason.SCOPE_MISSING);
            assertThat(call(bank, "DELETE", "/banking/paymentBatches/batch-taxes-01")
                            .bearer(bank.tokens().forClient("back-office", "banking/write")))
                    .hasStatus(403)
                    .has("/attributes/grantedScopes/0", "banking/read")
                    .has("/attributes/grantedScopes/1", "banking/write");
        }
    }

    @Test
    void canGiveEveryProblemAnotherBase() {
        try (Sandbank bank = start("errorBase: https://api.apiture.com/errors")) {
            assertThat(get(bank, "/banking/accounts"))
                    .has("/type", "https://api.apiture.com/errors/unauthorized/v1.0.0");
            assertThat(accounts(bank, "data/read")).has("/type", "https://api.apiture.com/errors/forbidden/v1.0.0");
        }
    }

    static Stream<String> refusals() {
        return dialect().refusals().keySet().stream().filter(key -> !key.equals("other-status"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void giveNoProblemABaseOfItsOwn(String key) {
        Dialect.Phrase phrase = dialect().refusals().get(key);

        assertThat(phrase.body().path("type").asText()).matches("\\$\\{errorBase}/[a-zA-Z]+/v[0-9]\\.[0-9]\\.[0-9]");
    }

    @Test
    void canWidenTheDefaultWindowOfTransactions() {
        try (Sandbank bank = start("transactionDays: 31")) {
            assertThat(get(bank, "/banking/accounts/" + EVERYDAY + "/transactions")
                            .bearer(bank.tokens().forClient("back-office"))
                            .send()
                            .each("/items", "id"))
                    .hasSize(8)
                    .contains("txn-7d1a40-02");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?dryRun=true, '\"dryRun\"'",
        "?limit=3&Limit=4&pageSize=9&pageSize=9, '\"Limit\", \"pageSize\"'",
        "?a%0Ab%22%1B[31m=1, '\"a�b��[31m\"'",
        "?%E2%80%AEx=1, '\"�x\"'"
    })
    void areNoneForUnknownParametersWhichTheJournalTells(String query, String told) {
        try (Sandbank bank = Sandbank.start("apiture")) {
            HttpCall call =
                    get(bank, "/banking/accounts" + query).bearer(bank.tokens().forClient("back-office"));

            assertThat(input(call)).isEqualTo("well-formed; ignores the unknown parameter " + told);
        }
    }

    @Test
    void tellOfUnknownParametersInFewWords() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            String query = "x".repeat(500) + "=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1";

            assertThat(input(get(bank, "/banking/accounts?" + query)
                            .bearer(bank.tokens().forClient("back-office"))))
                    .hasSizeLessThan(150)
                    .contains("\"" + "x".repeat(40) + "…\"", "\"h\"")
                    .doesNotContain("\"i\"");
            assertThat(input(get(bank, "/banking/accounts?limit=1")
                            .bearer(bank.tokens().forClient("back-office"))))
                    .isEqualTo("well-formed");
        }
    }

    private static String input(HttpCall call) {
        return call.send().decision().gates().stream()
                .filter(gate -> gate.name().equals("input"))
                .map(Decision.Gate::saw)
                .findFirst()
                .orElseThrow();
    }

    private static Sandbank start(String settings) {
        return Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\nsettings: {" + settings + "}\n")
                .start();
    }

    private static HttpCall accounts(Sandbank bank, String... scopes) {
        return get(bank, "/banking/accounts").bearer(bank.tokens().forClient("back-office", scopes));
    }

    private static Dialect dialect() {
        return Library.ofProcess().named("apiture").definition().dialect();
    }
}
