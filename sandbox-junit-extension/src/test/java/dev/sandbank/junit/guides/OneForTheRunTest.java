package dev.sandbank.junit.guides;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

@WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
class OneForTheRunTest {

    private static AccountsClient client;

    @BeforeAll
    static void connect(Sandbank bank) {
        client = new AccountsClient(bank.properties("", "ada-batch"), bank.clock()::now, bank.clock()::advance);
    }

    @RepeatedTest(2)
    void findsTheUserActiveAndTheTokenGood(Sandbank bank) {
        assertThat(client.get("/banking/accounts")).contains("acct-4f81c0");
        assertThat(bank).lastCall().wasAllowed();
        bank.user("ada").block();
    }
}
