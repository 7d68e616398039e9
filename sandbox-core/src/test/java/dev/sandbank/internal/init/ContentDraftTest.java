package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ContentDraftTest {

    private final DraftedPayments payments = new DraftedPayments();

    @Test
    void bindsAMemberToTheEntriesThatItNames() {
        JsonNode pay = payments.operation("pay");

        assertThat(pay.path("resources"))
                .hasToString("[{\"in\":\"body\",\"name\":\"/debtor_account_id\",\"collection\":\"accounts\","
                        + "\"as\":\"namedDebtorAccountId\",\"unknown\":\"input-invalid\"}]");
        assertThat(ContentDraft.isBound(pay)).isTrue();
    }

    @Test
    void letsTheExampleNameAnEntryThatIsThere() {
        assertThat(payments.operation("pay")
                        .at("/body/example/debtor_account_id")
                        .asText())
                .isEqualTo("acc-71");
    }

    @Test
    void bindsNothingElse() {
        assertThat(ContentDraft.isBound(payments.operation("openAccount"))).isFalse();
        assertThat(ContentDraft.isBound(payments.operation("setLimits"))).isFalse();
    }
}
