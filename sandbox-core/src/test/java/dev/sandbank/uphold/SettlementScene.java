package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;

/** A bank whose clock stands, where transactions take as long as a test wants. */
final class SettlementScene {

    static final String FIXTURE = """
            bank: uphold
            extends: uphold
            clock: 2031-03-03T09:00:00Z
            settings: {settlementDelay: %s, externalSettlementDelay: PT1M, accessTokenLifetime: P1D}
            """;

    private SettlementScene() {}

    static Sandbank start(String delay) {
        return Sandbank.builder().fixtureText(FIXTURE.formatted(delay)).start();
    }

    /** Commits a quote and returns the transaction's id. */
    static String commit(Payer payer, HttpCall quote) {
        Answer made = payer.commit(quote).send();
        assertThat(made).hasStatus(201).has("/transaction/status", "processing");
        return made.text("/transaction/id");
    }

    static void holds(Payer payer, String account, String total, String available) {
        assertThat(payer.balance(account))
                .isEqualTo(Answer.parse("{\"total\":\"" + total + "\",\"available\":\"" + available + "\"}"));
    }
}
