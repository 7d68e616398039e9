package dev.sandbank.junit;

import static dev.sandbank.Refusals.SUBJECT_BLOCKED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import org.junit.jupiter.api.Test;

// tag::readme[]
@WithSandbank("apiture")
class ReadmeExampleTest {
    @Test
    void aBlockedCustomerIsTurnedAway(Sandbank bank) throws Exception {
        bank.user("ada").block();
        new Statements(bank.baseUrl(), bank.tokens().forClient("ada-batch")).download();
        assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(403);
    }
}
// end::readme[]
