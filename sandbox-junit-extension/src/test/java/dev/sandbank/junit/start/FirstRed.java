package dev.sandbank.junit.start;

import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Sample;
import org.junit.jupiter.api.Test;

@Sample
@WithSandbank("apiture")
class FirstRed {

    // tag::example[]
    @Test
    void bobReadsAnAccount(Sandbank bank) throws Exception {
        new AccountsClient(bank.url("getAccount", "acct-4f81c0"), bank.tokens().forClient("bob-batch")).read();
        assertThat(bank).lastCall().wasAllowed();
    }
    // end::example[]
}
