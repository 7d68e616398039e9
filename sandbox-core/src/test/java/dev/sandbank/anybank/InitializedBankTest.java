package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;

import org.junit.jupiter.api.Test;

/** A bank that {@code init} made of a description is guarded, and remembers what it is told. */
class InitializedBankTest extends InitializedBank {

    private static final String KNOWN = "/v1/accounts/acc_4f81c0d2";

    InitializedBankTest() {
        super("bank.yaml", "elbufer");
    }

    @Test
    void refusesInTheWordsOfTheDescription() {
        assertThat(get(bank, KNOWN)).hasStatus(401).has("/code", "token-missing");
        assertThat(get(bank, KNOWN).bearer("nonsense")).hasStatus(401).has("/code", "token-invalid");
        assertThat(get(bank, KNOWN).bearer(bank.tokens().forClient("limited")))
                .hasStatus(403)
                .hasBody("{\"code\": \"no-scope\", \"message\": \"The token lacks a scope\"}");
        assertThat(get(bank, "/v1/accounts/acc_99999999").bearer(app))
                .hasStatus(404)
                .has("/code", "not-found");
    }

    @Test
    void letsEverybodyReadWhatIsOpen() {
        assertThat(get(bank, "/v1/terms")).hasStatus(200);
    }

    @Test
    void showsWhatItWasTold() {
        String id = post(bank, "/v1/accounts")
                .bearer(app)
                .json("{\"label\": \"Rent\", \"currency\": \"CHF\"}")
                .send()
                .text("/id");

        assertThat(get(bank, "/v1/accounts/" + id).bearer(app))
                .has("/label", "Rent")
                .has("/status", "open");
        assertThat(call(bank, "PATCH", "/v1/accounts/" + id).bearer(app).json("{\"label\": \"Food\"}"))
                .has("/label", "Food");
        assertThat(get(bank, "/v1/accounts").bearer(app)).has("/total", 3).has("/data/2/label", "Food");
        assertThat(call(bank, "DELETE", "/v1/accounts/" + id).bearer(app)).hasStatus(204);
        assertThat(get(bank, "/v1/accounts/" + id).bearer(app)).hasStatus(404);
    }

    @Test
    void filtersAndCutsLists() {
        assertThat(get(bank, "/v1/accounts?status=closed").bearer(app)).has("/total", 1);
        assertThat(post(bank, KNOWN + "/close").bearer(app)).hasStatus(200).has("/status", "closed");

        assertThat(get(bank, "/v1/accounts?status=closed").bearer(app))
                .has("/total", 2)
                .has("/data/0/id", "acc_4f81c0d2");
        assertThat(get(bank, "/v1/accounts?limit=1").bearer(app))
                .has("/hasMore", true)
                .lacks("/data/1");
        assertThat(get(bank, "/v1/accounts?limit=1&offset=1").bearer(app)).has("/hasMore", false);
    }

    @Test
    void hidesTheEntriesOfAnotherOwner() {
        String other = bank.tokens().forClient("app-of-ada2");

        assertThat(get(bank, KNOWN).bearer(bank.tokens().forClient("app-of-ada")))
                .hasStatus(200);
        assertThat(get(bank, KNOWN).bearer(other)).hasStatus(404);
        assertThat(get(bank, KNOWN + "/payments").bearer(other)).hasStatus(404);
        assertThat(get(bank, "/v1/accounts").bearer(other)).has("/total", 1);
    }

    @Test
    void keepsIdsThatAreNumbers() {
        assertThat(post(bank, KNOWN + "/payments").bearer(app).json("{\"amount\": \"7.00\"}"))
                .hasStatus(201)
                .has("/number", 3);
        assertThat(get(bank, KNOWN + "/payments/3").bearer(app))
                .has("/number", 3)
                .has("/amount", "7.00");
        assertThat(get(bank, "/v1/accounts/acc_11111111/payments/3").bearer(app))
                .hasStatus(404);
    }

    @Test
    void keepsWhatThereIsOneOf() {
        assertThat(call(bank, "PUT", "/v1/profile").bearer(app).json("{\"language\": \"de\"}"))
                .hasStatus(200);

        assertThat(get(bank, "/v1/profile").bearer(app)).has("/language", "de").lacks("/nickname");
    }
}
