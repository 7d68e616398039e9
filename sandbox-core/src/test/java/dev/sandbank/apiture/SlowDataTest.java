package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.EVERYDAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balances and history that are not there at once: 202, and when to try again. */
class SlowDataTest {

    private static final String BOTH = "/banking/accountBalances?accounts=" + SAVER + "," + EVERYDAY;
    private static final String HISTORY = "/banking/accounts/" + EVERYDAY + "/transactions";

    @Test
    void isThereAtOnceUnlessAFixtureSaysOtherwise() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThat(ada(bank, BOTH))
                    .hasStatus(200)
                    .hasNoHeader("Retry-After")
                    .lacks("/incompleteAccounts");
            assertThat(ada(bank, HISTORY)).hasStatus(200);
        }
    }

    @Test
    void isCompleteOnceItWasAskedForOftenEnough() {
        try (Sandbank bank = start("{balanceRetries: 2, retryAfter: PT3S}")) {
            Answer first = ada(bank, BOTH).send();

            assertThat(first)
                    .hasStatus(202)
                    .wasAllowed()
                    .hasHeader("Retry-After", "3")
                    .has("/retryCount", 1)
                    .has("/items/0/incomplete", true)
                    .lacks("/items/0/current");
            assertThat(first.at("/incompleteAccounts").toString())
                    .isEqualTo("[\"%s\",\"%s\"]".formatted(SAVER, EVERYDAY));
            assertThat(ada(bank, BOTH + "&retryCount=1")).hasStatus(202).has("/retryCount", 2);
            assertThat(ada(bank, BOTH + "&retryCount=2"))
                    .hasStatus(200)
                    .has("/items/1/current", "2417.32")
                    .has("/items/1/incomplete", false)
                    .lacks("/retryCount");
        }
    }

    @Test
    void canBeSlowForOneAccountOnly() {
        try (Sandbank bank = Sandbank.builder().fixtureText("""
                bank: apiture
                extends: apiture
                accounts:
                  - id: acct-4f81c0
                    number: "000123454410"
                    product: {type: savings, code: SAV01, label: Saver, description: Basic savings}
                    balance: "1250.00"
                    balanceRetries: 1
                    historyRetries: 1
                """).start()) {
            assertThat(ada(bank, BOTH))
                    .hasStatus(202)
                    .has("/incompleteAccounts/0", SAVER)
                    .has("/items/0/incomplete", true)
                    .has("/items/1/incomplete", false)
                    .has("/items/1/current", "2417.32")
                    .lacks("/incompleteAccounts/1");
            assertThat(ada(bank, "/banking/accountBalances?retryCount=1&accounts=" + SAVER))
                    .hasStatus(200);
            assertThat(ada(bank, HISTORY)).hasStatus(200);
            assertThat(ada(bank, HISTORY.replace(EVERYDAY, SAVER))).hasStatus(202);
        }
    }

    @Test
    void isGivenUpOnceTheTriesAreUsedUp() {
        try (Sandbank bank = start("{balanceRetries: 9, historyRetries: 9, mostRetries: 2}")) {
            assertThat(ada(bank, BOTH + "&retryCount=1")).hasStatus(202).hasHeader("Retry-After", "1");
            assertThat(ada(bank, BOTH + "&retryCount=2"))
                    .hasStatus(202)
                    .hasNoHeader("Retry-After")
                    .has("/retryCount", 2)
                    .has("/items/0/incomplete", true)
                    .lacks("/incompleteAccounts/0");
            assertThat(ada(bank, HISTORY + "?retryCount=1")).hasStatus(202).hasHeader("Retry-After", "1");
            assertThat(ada(bank, HISTORY + "?retryCount=2"))
                    .hasStatus(504)
                    .hasNoHeader("Retry-After")
                    .has("/type", "https://production.api.apiture.com/errors/gatewayTimeout/v1.0.0")
                    .has("/status", 504)
                    .wasRefusedAt("rules", "gateway-timeout");
        }
    }

    @Test
    void neverAsksForMoreTriesThanARequestCanCount() {
        try (Sandbank bank = start("{historyRetries: 99, balanceRetries: 99}")) {
            assertThat(ada(bank, HISTORY + "?retryCount=9"))
                    .hasHeader("Retry-After", "1")
                    .has("/retryCount", 10);
            assertThat(ada(bank, HISTORY + "?retryCount=10")).hasStatus(504);
            assertThat(ada(bank, BOTH + "&retryCount=10"))
                    .hasStatus(202)
                    .hasNoHeader("Retry-After")
                    .has("/retryCount", 10);
        }
    }

    @ParameterizedTest
    @CsvSource({"mostRetries, 0, 1 to 10", "mostRetries, 11, 1 to 10", "historyRetries, -1, 0 to 1000"})
    void isNotGivenUpBeforeTheFirstTry(String setting, int value, String bounds) {
        assertThatThrownBy(() -> start("{" + setting + ": " + value + "}").close())
                .hasMessageContaining("found the number " + value + ", expected an integer from " + bounds);
    }

    @ParameterizedTest
    @CsvSource({"256, 202", "257, 200"})
    void isNeverTheCaseForMoreAccountsThanAReplyCanTell(int accounts, int status) {
        String fixture = IntStream.rangeClosed(1, accounts)
                .mapToObj(
                        "  - {id: acct-%06d, number: \"1\", balance: \"1.00\", balanceRetries: 1, product: *any}\n"
                                ::formatted)
                .collect(Collectors.joining())
                .replaceFirst("\\*any", "&any {type: savings, code: S, label: Saver, description: Saver}");
        String ids = IntStream.rangeClosed(1, accounts)
                .mapToObj("acct-%06d"::formatted)
                .collect(Collectors.joining(","));

        try (Sandbank bank = Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\naccounts:\n" + fixture)
                .start()) {
            assertThat(get(bank, "/banking/accountBalances?accounts=" + ids)
                            .bearer(bank.tokens().forClient("back-office")))
                    .hasStatus(status);
        }
    }

    @Test
    void isHistory() {
        try (Sandbank bank = start("{historyRetries: 1, retryAfter: PT0.2S}")) {
            assertThat(ada(bank, HISTORY + "?limit=5"))
                    .hasStatus(202)
                    .hasHeader("Retry-After", "1")
                    .hasBody("{\"retryCount\":1}");
            assertThat(ada(bank, HISTORY + "?limit=5&retryCount=1").send().at("/items"))
                    .hasSize(5);
        }
    }

    private static Sandbank start(String settings) {
        return Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\nsettings: " + settings + "\n")
                .start();
    }

    private static HttpCall ada(Sandbank bank, String target) {
        return get(bank, target).bearer(bank.tokens().forClient(ADA_BATCH));
    }
}
