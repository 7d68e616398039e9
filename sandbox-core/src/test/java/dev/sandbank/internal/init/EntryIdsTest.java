package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryIdsTest {

    private final DraftedBank mandates = new DraftedBank("mandates");

    @Test
    void areToldByTheReplyToACreationIfNoOtherDoes() {
        assertThat(mandates.collection("mandates").idMember()).hasValue("mandateId");
        assertThat(mandates.collection("approvals").idMember()).hasValue("approvalId");
    }

    @Test
    void areNotTheCodesOfMessagesWithinAnEntry() {
        assertThat(mandates.collection("approvals").members()).containsKeys("approvalStatus", "messages");
    }
}
