package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.HOUSEHOLD;
import static dev.sandbank.testing.ApitureSeed.NELL_BATCH;
import static dev.sandbank.testing.ApitureSeed.NOBODYS;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code listAccounts}: what the caller is linked to, as the caller may know it. */
class ListAccountsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void showsACustomerTheLinkedAccountsOnly() {
        Answer answer = accounts(BOB_BATCH, "").send();

        assertThat(answer.each("/items", "id"))
                .containsExactlyInAnyOrder(HOUSEHOLD, RAINY_DAY, "acct-4f81c0", "acct-b7725e", "acct-f20a6d");
        assertThat(answer)
                .has("/count", 5)
                .has("/limit", 100)
                .has("/primaryAccountId", "acct-b7725e")
                .lacks("/nextPage_url");
    }

    @Test
    void showsAClientWithoutACustomerAllAccountsOfTheInstitution() {
        Answer answer = accounts("back-office", "").send();

        assertThat(answer.each("/items", "id")).hasSize(17).contains(NOBODYS, EXTERNAL);
        assertThat(answer).has("/count", 17).lacks("/primaryAccountId");
        assertThat(item(answer, NOBODYS).at("/allows")).allMatch(JsonNode::booleanValue);
        assertThat(item(answer, EXTERNAL).at("/allows/transferFrom").asBoolean())
                .isTrue();
        assertThat(item(answer, EXTERNAL).at("/allows/billPay").asBoolean()).isFalse();
    }

    @Test
    void isEmptyForACustomerWithoutAccounts() {
        assertThat(accounts(NELL_BATCH, ""))
                .hasStatus(200)
                .hasBody("{\"items\":[],\"limit\":100,\"start\":\"\",\"count\":0}");
    }

    @Test
    void showsOneAccountDifferentlyToTwoCustomers() {
        JsonNode adas = item(accounts(ADA_BATCH, "").send(), RAINY_DAY);
        JsonNode bobs = item(accounts(BOB_BATCH, "").send(), RAINY_DAY);

        assertThat(adas.at("/label").asText()).isEqualTo("Rainy day");
        assertThat(adas.at("/nickname").asText()).isEqualTo("Rainy day");
        assertThat(bobs.at("/label").asText()).isEqualTo("Saver *1188");
        assertThat(bobs.has("nickname")).isFalse();
        assertThat(adas.at("/allows/transferTo").asBoolean()).isTrue();
        assertThat(bobs.at("/allows/transferTo").asBoolean()).isFalse();
        assertThat(bobs.at("/allows/transferFrom").asBoolean()).isTrue();
    }

    @Test
    void followsEntitlementsAtOnce() {
        bank.user("nell").entitle(NOBODYS, "view");
        assertThat(accounts(NELL_BATCH, "").send().each("/items", "id")).containsExactly(NOBODYS);

        bank.user("nell").withdraw(NOBODYS, "view");

        JsonNode item = item(accounts(NELL_BATCH, "").send(), NOBODYS);
        assertThat(item.at("/allows/view").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "productType=cd 2",
                "productType=cd%7Cira 3",
                "productType=savings%7Cchecking%7Ccd%7Cira%7Cloan%7CcreditCard 12",
                "location=external 1",
                "location=internal 11",
                "allows=transferFrom 6",
                "allows=transferFrom,transferTo,view 6",
                "allows=viewCards,manageCards 2",
                "allows=billPay&productType=checking&location=internal 2",
                "allows=billPay&productType=loan 0",
                "dryRun=true 12"
            })
    void filtersButCountsAll(String filter, int matching) {
        Answer answer = accounts(ADA_BATCH, "?" + filter).send();

        assertThat(answer.at("/items")).hasSize(matching);
        assertThat(answer).hasStatus(200).has("/count", 12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "productType=",
                "productType=Savings",
                "productType=savings,checking",
                "productType=savings%7C",
                "productType=cd%7Ccd",
                "productType=%7C",
                "location=outside",
                "location=",
                "location=internal%0A",
                "allows=manageJointOwners",
                "allows=view,view",
                "allows=view,",
                "allows=view%7CviewCards",
                "allows=view%00",
                "limit=-1",
                "limit=1001",
                "limit=ten",
                "limit=1.0",
                "limit=1e2",
                "limit=",
                "limit=%2B1",
                "limit=99999999999999999999",
                "limit=1&limit=2",
                "location=internal&location=internal",
                "start=a&start=b",
                "start=nonsense",
                "start=%00",
                "start=%F0%9F%98%80"
            })
    void refusesAQueryThatIsNotWellFormed(String query) {
        assertThat(accounts(ADA_BATCH, "?" + query))
                .hasStatus(400)
                .has("/type", "https://production.api.apiture.com/errors/badRequest/v1.0.0")
                .wasRefused(DenialReason.INPUT_INVALID);
    }

    @Test
    void refusesACursorThatIsTooLong() {
        assertThat(accounts(ADA_BATCH, "?start=" + "a".repeat(257))).hasStatus(400);
    }

    private JsonNode item(Answer answer, String id) {
        for (JsonNode item : answer.at("/items")) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no item " + id + " in " + answer.body());
    }

    private HttpCall accounts(String client, String query) {
        return get(bank, "/banking/accounts" + query).bearer(bank.tokens().forClient(client));
    }
}
