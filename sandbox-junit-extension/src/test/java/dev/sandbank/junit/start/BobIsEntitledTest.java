package dev.sandbank.junit.start;

import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class BobIsEntitledTest {

    // tag::example[]
    @Test
    void bobReadsAnAccount(Sandbank bank) throws Exception {
        bank.user("bob").entitle("acct-4f81c0", "view");
        new AccountsClient(bank.url("getAccount", "acct-4f81c0"), bank.tokens().forClient("bob-batch")).read();
        assertThat(bank).lastCall().wasAllowed();
    }
    // end::example[]
}
