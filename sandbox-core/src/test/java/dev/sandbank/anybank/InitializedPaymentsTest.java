package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.Test;

/** In a bank that {@code init} made, entries hang together as the description shows. */
class InitializedPaymentsTest extends InitializedBank {

    InitializedPaymentsTest() {
        super("payments.yaml", "weser");
    }

    private HttpCall pay(String content) {
        return post(bank, "/pay/payments").bearer(app).json(content);
    }

    @Test
    void refusesContentThatNamesAnUnknownEntry() {
        assertThat(pay("{\"debtor_account_id\": \"acc-71\", \"amount\": 3}")).hasStatus(201);
        assertThat(pay("{\"debtor_account_id\": \"acc-99\", \"amount\": 3}"))
                .hasStatus(400)
                .has("/code", "invalid");
    }

    @Test
    void boundsListsByDaysAndAmounts() {
        pay("{\"debtor_account_id\": \"acc-71\", \"amount\": 99, \"date\": \"2032-05-05\", \"booked_on\": \"2032-05-06\"}")
                .send();

        assertThat(get(bank, "/pay/payments?fromDate=2032-05-05").bearer(app))
                .has("/0/amount", 99)
                .lacks("/1");
        assertThat(get(bank, "/pay/payments?fromDate=2032-05-06").bearer(app)).lacks("/0");
        assertThat(get(bank, "/pay/payments?booked_on_to=2032-05-05").bearer(app))
                .has("/0/amount", 20.5)
                .has("/1/amount", 41)
                .lacks("/2");
        assertThat(get(bank, "/pay/payments?min_amount=99").bearer(app))
                .has("/0/amount", 99)
                .lacks("/1");
    }

    @Test
    void makesACallWithAKeyOnce() {
        String content = "{\"debtor_account_id\": \"acc-71\", \"amount\": 3}";
        String first = pay(content).header("Idempotency-Key", "k1").send().text("/id");

        assertThat(pay(content).header("Idempotency-Key", "k1")).hasStatus(201).has("/id", first);
        assertThat(pay(content.replace("3", "4")).header("Idempotency-Key", "k1"))
                .hasStatus(409)
                .has("/code", "idempotency_key_reused");
    }

    @Test
    void makesWhatThereIsOneOfWithTheEntryAboveIt() {
        String id = post(bank, "/pay/accounts")
                .bearer(app)
                .json("{\"label\": \"Rent\"}")
                .send()
                .text("/id");
        String limits = "/pay/accounts/" + id + "/limits";

        assertThat(get(bank, limits).bearer(app)).hasStatus(200).has("/daily", 1);
        assertThat(call(bank, "PUT", limits).bearer(app).json("{\"daily\": 7}")).has("/daily", 7);
        assertThat(get(bank, "/pay/accounts/acc-71/limits").bearer(app)).has("/daily", 1);
    }

    @Test
    void putsAnEntryWithTheIdOfTheCaller() {
        HttpCall put = call(bank, "PUT", "/pay/mandates/m-007").bearer(app).json("{\"purpose\": \"Gas\"}");

        assertThat(put).hasStatus(201).has("/mandate_id", "m-007");
        assertThat(call(bank, "PUT", "/pay/mandates/m-007").bearer(app).json("{\"purpose\": \"Water\"}"))
                .hasStatus(200);
        assertThat(get(bank, "/pay/mandates/m-007").bearer(app)).has("/purpose", "Water");
        assertThat(get(bank, "/pay/mandates/m-008").bearer(app)).hasStatus(404);
    }

    @Test
    void callsUsersAsTheDescriptionDoes() {
        assertThat(get(bank, "/pay/mandates/m-001").bearer(bank.tokens().forClient("app-of-frida")))
                .hasStatus(200);
        assertThat(get(bank, "/pay/mandates/m-001").bearer(bank.tokens().forUser("web", "frida", "all")))
                .hasStatus(200);
    }
}
