package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.Test;

/** The lists of a bank that {@code init} made honour the parameters that the description tells of. */
class InitializedListsTest extends InitializedBank {

    private static final String ACCOUNTS = "/api/v2/accounts";
    private static final String TRANSACTIONS = ACCOUNTS + "/acc-11/transactions";

    InitializedListsTest() {
        super("lists.yaml", "ilm");
    }

    private HttpCall list(String target) {
        return get(bank, target).bearer(app);
    }

    private static String next(HttpCall page, String link) {
        return page.send().text(link).replaceFirst("^https?://[^/]*", "");
    }

    private void book(String day) {
        assertThat(post(bank, TRANSACTIONS).bearer(app).json("{\"bookedOn\": \"" + day + "\"}"))
                .hasStatus(201);
    }

    @Test
    void takeRanges() {
        book("2040-05-01");
        book("2040-05-31");

        assertThat(list(TRANSACTIONS + "?bookedOn=[2040-05-01,2040-05-31)"))
                .hasStatus(200)
                .has("/items/0/bookedOn", "2040-05-01")
                .lacks("/items/1");
        assertThat(list(TRANSACTIONS + "?bookedOn=[2040-05-01,]")).has("/items/1/bookedOn", "2040-05-31");
    }

    @Test
    void readPagesByACursorThatOnlyTheirLinksName() {
        book("2040-04-30");
        book("2040-05-01");

        assertThat(list(next(list(TRANSACTIONS + "?bookedOn=(2040-01-01,]&limit=1"), "/nextPage_url")))
                .has("/items/0/bookedOn", "2040-05-01")
                .lacks("/nextPage_url");
    }

    @Test
    void readPagesOfWhichOnlyLinksTell() {
        assertThat(list(ACCOUNTS + "?perPage=1&page=2"))
                .hasStatus(200)
                .lacks("/accounts/1")
                .lacks("/pagination/next");
        assertThat(list(next(list(ACCOUNTS + "?perPage=1"), "/pagination/next")))
                .hasStatus(200)
                .lacks("/pagination/next");
    }

    @Test
    void narrowNothingIfAskedForAll() {
        assertThat(post(bank, ACCOUNTS).bearer(app).json("{\"label\": \"Old\", \"openStatus\": \"CLOSED\"}"))
                .hasStatus(201);

        assertThat(list(ACCOUNTS)).has("/accounts/2/label", "Old");
        assertThat(list(ACCOUNTS + "?open-status=ALL")).has("/accounts/2/label", "Old");
        assertThat(list(ACCOUNTS + "?open-status=OPEN"))
                .has("/accounts/0/id", "acc-11")
                .lacks("/accounts/1");
    }

    @Test
    void areAskedForByIdsInContent() {
        assertThat(ask("acc-11"))
                .hasStatus(200)
                .has("/balances/0/accountId", "acc-11")
                .lacks("/balances/1");
        assertThat(ask("acc-99")).hasStatus(404);
        assertThat(list(ACCOUNTS + "/balances")).has("/balances/1/amount", 20).lacks("/balances/2");
    }

    private HttpCall ask(String account) {
        return post(bank, ACCOUNTS + "/balances")
                .bearer(app)
                .json("{\"data\": {\"accountIds\": [\"" + account + "\"]}}");
    }

    @Test
    void showTheSameEntriesOnAllTheirPaths() {
        String made = post(bank, ACCOUNTS)
                .bearer(app)
                .json("{\"label\": \"New\"}")
                .send()
                .text("/id");

        assertThat(list("/api/v2/overview/accounts/" + made)).hasStatus(200).has("/label", "New");
    }

    @Test
    void haveEntriesThatDiffer() {
        assertThat(list(ACCOUNTS))
                .has("/accounts/0/openStatus", "OPEN")
                .has("/accounts/1/openStatus", "CLOSED")
                .has("/accounts/0/label", "Label 1")
                .has("/accounts/1/label", "Label 2");
        assertThat(list(TRANSACTIONS))
                .has("/items/0/kind", "debit")
                .has("/items/1/kind", "credit")
                .has("/items/1/amount", "2.22")
                .has("/items/1/bookedOn", "2031-01-16");
        assertThat(list(ACCOUNTS + "/balances")).has("/balances/0/accountId", "acc-11");
    }
}
