package dev.sandbank.junit;

import static dev.sandbank.DenialReason.ENTITLEMENT_MISSING;
import static dev.sandbank.DenialReason.TOKEN_EXPIRED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Caller;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class AssertionsExampleTest {

    @BeforeEach
    void someCalls(Sandbank bank) {
        Caller caller = new Caller(bank);
        caller.askWithBasic("ledger-reader", "ledger-reader-7Qm2xV", "banking%2Fread");
        caller.getAccount("bob-batch", "acct-4f81c0");
    }

    @Test
    void saysWhatHappened(Sandbank bank) {
        Caller client = new Caller(bank);
        String expired = bank.tokens().forClient("ada-batch");
        bank.tokens().expire(expired);

        // tag::readme[]
        assertThat(bank)
                .calls()
                .to("getAccount")
                .forUser("bob")
                .wereRefused(ENTITLEMENT_MISSING)
                .naming("view");
        assertThat(bank)
                .eventually(Duration.ofSeconds(5))
                .tokenRequests()
                .usingBasicAuth()
                .hasSize(1);
        assertThat(bank).calls().to("createTransfer").haveNotHappenedWithin(Duration.ofMillis(50));
        bank.expectDenial(TOKEN_EXPIRED, () -> client.get("listAccounts", expired));
        // end::readme[]
    }
}
