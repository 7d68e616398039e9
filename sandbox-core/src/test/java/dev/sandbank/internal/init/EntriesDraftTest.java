package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntriesDraftTest {

    private final DraftedPayments payments = new DraftedPayments();

    @Test
    void haveTheIdsThatTheDescriptionShowsAndOthersLikeThese() {
        assertThat(payments.collection("accounts").entries())
                .extracting(entry -> entry.path("id").asText())
                .hasSize(2)
                .contains("acc-71")
                .allMatch(id -> id.matches("acc-[0-9]{2}"));
    }

    @Test
    void nameEntriesThatAreThere() {
        assertThat(payments.collection("payments").entries())
                .extracting(entry -> entry.path("debtor_account_id"))
                .isSubsetOf(payments.collection("accounts").entries().stream()
                        .map(entry -> entry.path("id"))
                        .toList());
    }

    @Test
    void areOneForEachEntryAboveIfThereIsOneOfThem() {
        assertThat(payments.collection("limits").entries())
                .extracting(entry -> entry.path("id"))
                .isEqualTo(payments.collection("accounts").entries().stream()
                        .map(entry -> entry.path("id"))
                        .toList());
    }
}
