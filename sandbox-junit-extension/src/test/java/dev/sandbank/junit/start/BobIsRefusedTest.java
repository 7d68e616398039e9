package dev.sandbank.junit.start;

import static dev.sandbank.DenialReason.ENTITLEMENT_MISSING;
import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class BobIsRefusedTest {

    // tag::example[]
    @Test
    void bobMayNotReadTheAccount(Sandbank bank) throws Exception {
        new AccountsClient(bank.url("getAccount", "acct-4f81c0"), bank.tokens().forClient("bob-batch")).read();
        assertThat(bank).lastCall().wasRefused(ENTITLEMENT_MISSING).naming("view");
    }
    // end::example[]
}
