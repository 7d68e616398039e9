package dev.sandbank.integration.moving;

import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.Test;

// tag::guide[]
@WithSandbank("apiture")
class BlockedCustomerTest {

    @Test
    void getsNoStatements(Sandbank bank) {
        Statements statements = new Statements(
                bank.tokenUrl(),
                bank.url("listAccounts"),
                "ada-batch",
                bank.client("ada-batch").secret());
        assertThat(statements.download()).contains("acct-4f81c0");

        bank.user("ada").block();

        assertThatThrownBy(statements::download).hasMessage("customerDisabled");
        assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED);
    }
}
// end::guide[]
