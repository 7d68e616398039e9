package dev.sandbank.junit.assertions;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import org.junit.jupiter.api.Test;

/** Whether a client holds only what it needs. */
@WithSandbank("apiture")
class UnusedGrantsTest {

    private static final String WORLD = """
            extends: apiture
            clients: [{id: payouts, secret: payouts-secret, scopes: [banking/read, banking/write]}]
            """;

    @Test
    @Fixture(text = WORLD)
    void areNamedIfThereAreAny(Sandbank bank) {
        new Caller(bank).listAccounts("payouts");

        assertThat(bank).unusedGrants("payouts").containsExactly("banking/write");
        assertThatThrownBy(() -> assertThat(bank).unusedGrants("payouts").isEmpty())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what payouts holds, and no allowed call needed, so that the fixture can say"
                        + " {id: payouts, scopes: [banking/read]}")
                .hasMessageContaining("banking/write");
    }

    @Test
    void areNoneIfEachIsNeeded(Sandbank bank) {
        bank.client("ledger-reader").setScopes("banking/read");
        new Caller(bank).listAccounts("ledger-reader");

        assertThat(bank).unusedGrants("ledger-reader").isEmpty();
    }
}
