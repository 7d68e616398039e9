package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The categories of transactions, to choose from and to filter by. */
class TransactionCategoriesTest {

    private static final String OWN = """
            extends: apiture
            transactionCategories:
              - {id: cat-groceries, label: Groceries, type: debit}
              - {id: cat-hobby, label: Engines, type: debit, user: ada}
              - {id: cat-rent, label: Rent, type: debit, user: bob}
            transactions:
              - {id: txn-engine-01, account: acct-7d1a40, daysAgo: 1, amount: "-5.00", category: cat-hobby}
            """;

    private static HttpCall list(Sandbank bank, String client) {
        return get(bank, "/banking/transactionCategories").bearer(bank.tokens().forClient(client));
    }

    @Test
    void areThoseOfTheTransactionsWhereTheFixtureHasNone() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThat(list(bank, "ada-batch"))
                    .hasStatus(200)
                    .hasBody("{\"items\": [{\"id\": \"cat-groceries\", \"label\": \"Groceries\", \"type\": \"debit\"},"
                            + " {\"id\": \"cat-wages\", \"label\": \"Wages\", \"type\": \"credit\"}]}");
        }
    }

    @Nested
    class OfAFixture {

        @AutoClose
        private final Sandbank bank = Sandbank.builder().fixtureText(OWN).start();

        @Test
        void areTheInstitutionsAndTheCustomersOwn() {
            assertThat(list(bank, "ada-batch").send().each("/items", "label")).containsExactly("Groceries", "Engines");
            assertThat(list(bank, "bob-batch").send().each("/items", "label")).containsExactly("Groceries", "Rent");
            assertThat(list(bank, "back-office").send().each("/items", "label")).containsExactly("Groceries");
        }

        @Test
        void areToldOnceToWhoHasThemAlready() {
            Answer ada = list(bank, "ada-batch").send();
            String tag = ada.header("ETag").orElseThrow();

            assertThat(list(bank, "ada-batch").header("If-None-Match", tag))
                    .hasStatus(304)
                    .hasHeader("ETag", tag);
            assertThat(list(bank, "bob-batch").header("If-None-Match", tag)).hasStatus(200);
            assertThat(list(bank, "ada-batch").header("If-None-Match", '"' + "x".repeat(520) + '"'))
                    .hasStatus(400);
        }

        @Test
        void areFoundByTheirLabel() {
            String history = "/banking/accounts/acct-7d1a40/transactions?category=";
            String ada = bank.tokens().forClient("ada-batch");

            assertThat(get(bank, history + "Engines").bearer(ada))
                    .has("/items/0/category/id", "cat-hobby")
                    .lacks("/items/1");
            assertThat(get(bank, history + "cat-hobby").bearer(ada))
                    .hasStatus(200)
                    .lacks("/items/0");
        }
    }
}
