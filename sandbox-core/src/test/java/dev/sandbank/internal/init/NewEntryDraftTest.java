package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class NewEntryDraftTest {

    private final DraftedPayments payments = new DraftedPayments();

    @Test
    void beginsWithTheContent() {
        JsonNode create = payments.operation("openAccount").at("/work/create");

        assertThat(create.path("collection").asText()).isEqualTo("accounts");
        assertThat(create.path("content").asBoolean()).isTrue();
        assertThat(create.path("id").asText()).isEqualTo("acc-[0-9]{2}");
    }

    @Test
    void makesWhatThereIsOneOfBelowIt() {
        JsonNode limits = payments.operation("openAccount").at("/work/also/0/create");

        assertThat(limits.path("collection").asText()).isEqualTo("limits");
        assertThat(limits.at("/members/id").asText()).isEqualTo("${entry.id}");
        assertThat(limits.at("/members/accountId").asText()).isEqualTo("${entry.id}");
    }
}
