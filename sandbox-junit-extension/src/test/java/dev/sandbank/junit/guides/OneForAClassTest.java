package dev.sandbank.junit.guides;

import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

@WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
class OneForAClassTest {

    private static AccountsClient client;

    @BeforeAll
    static void connect(Sandbank bank) {
        client = new AccountsClient(bank.properties("", "ada-batch"), bank.clock()::now, bank.clock()::advance);
    }

    @RepeatedTest(2)
    void callsTheSameBank(Sandbank bank) {
        client.get("/banking/accounts");
        assertThat(bank).lastCall().wasAllowed();
    }
}
