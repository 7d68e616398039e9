package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.PAYROLL;
import static dev.sandbank.testing.ApitureSeed.SUBMITTED;
import static dev.sandbank.testing.ApitureSeed.TAXES;
import static dev.sandbank.testing.ApitureSeed.VENDORS;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Business payment batches: a second kind of resource, with permissions of its own. */
class PaymentBatchesTest {

    private static final String BOB = "bob-batch";
    private static final String CAROL = "carol-batch";

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void areListedForWhomIsLinkedToThem() {
        Answer bobs = batches(BOB, "GET", "").send();

        assertThat(bobs)
                .hasStatus(200)
                .wasAllowed()
                .has("/count", 4)
                .has("/limit", 100)
                .lacks("/nextPage_url");
        assertThat(bobs.each("/items", "id")).containsExactly(SUBMITTED, PAYROLL, VENDORS, TAXES);
        assertThat(batches(CAROL, "GET", "").send().each("/items", "id"))
                .containsExactly(PAYROLL, SUBMITTED, TAXES, "batch-empty-01", "batch-late-01");
        assertThat(batches("ada-batch", "GET", "")).has("/count", 0).lacks("/items/0");
        assertThat(batches("back-office", "GET", "")).has("/count", 6);
    }

    @Test
    void tellEachCallerWhatHeOrSheMayDo() {
        assertThat(batches(BOB, "GET", "/" + PAYROLL)).hasStatus(200).has("/name", "Payroll March");
        assertThat(allows(BOB, PAYROLL)).isEqualTo(flags(true, true, false, false));
        assertThat(allows(CAROL, PAYROLL)).isEqualTo(flags(true, false, true, true));
        assertThat(allows(BOB, TAXES)).isEqualTo(flags(false, false, false, false));
        assertThat(allows("back-office", TAXES)).isEqualTo(flags(true, true, true, true));
        assertThat(batches(BOB, "GET", "").send().at("/items/1/allows").toString())
                .isEqualTo(flags(true, true, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "state=approved, 1",
        "state=pendingApproval, 2",
        "state=submitted%7Capproved, 2",
        "limit=3, 3",
        "limit=0, 0"
    })
    void canBeFilteredAndCutIntoPages(String query, int size) {
        Answer answer = batches(BOB, "GET", "?" + query).send();

        assertThat(answer.at("/items")).hasSize(size);
        assertThat(answer).has("/count", 4);
    }

    @Test
    void goOnWithTheNextPage() {
        Answer first = batches(BOB, "GET", "?limit=1&state=pendingApproval").send();

        Answer second = call(bank, "GET", first.text("/nextPage_url"))
                .bearer(token(BOB))
                .send();

        assertThat(first.each("/items", "id")).containsExactly(PAYROLL);
        assertThat(second.each("/items", "id")).containsExactly(TAXES);
        assertThat(second).lacks("/nextPage_url");
    }

    @Test
    void areApprovedThenSubmittedThenLeftAlone() {
        assertThat(batches(CAROL, "POST", "/" + PAYROLL + "/approve"))
                .hasStatus(200)
                .has("/state", "approved");
        assertThat(batches(CAROL, "POST", "/" + PAYROLL + "/submit"))
                .hasStatus(200)
                .has("/state", "submitted");
        assertThat(batches(BOB, "GET", "/" + PAYROLL)).has("/state", "submitted");
        assertThat(batches(CAROL, "DELETE", "/" + PAYROLL)).hasStatus(409);
    }

    @Test
    void needApprovalAgainOnceTheyWereChanged() {
        batches(BOB, "POST", "/" + PAYROLL + "/approve").send();

        assertThat(batches(BOB, "PATCH", "/" + PAYROLL)
                        .content("application/merge-patch+json", "{\"name\":\"March\",\"memo\":null}"))
                .hasStatus(200)
                .has("/name", "March")
                .lacks("/memo")
                .has("/state", "pendingApproval");
        assertThat(batches(CAROL, "POST", "/" + PAYROLL + "/submit")).hasStatus(409);
    }

    @Test
    void areGoneOnceTheyAreDeleted() {
        assertThat(batches(BOB, "DELETE", "/" + VENDORS)).hasStatus(204);
        assertThat(batches(BOB, "DELETE", "/" + VENDORS)).hasStatus(404);
        assertThat(batches(BOB, "GET", "")).has("/count", 3);
    }

    @ParameterizedTest
    @CsvSource({
        "bob, POST, batch-payroll-02/approve, 409, paymentBatchNotPendingApproval",
        "carol, POST, batch-payroll-03/submit, 409, paymentBatchNotApproved",
        "bob, POST, batch-payroll-02/submit, 409, paymentBatchNotApproved",
        "bob, PATCH, batch-payroll-02, 409, cannotEditSubmittedPaymentBatches",
        "bob, DELETE, batch-payroll-02, 409, cannotDeleteSubmittedPaymentBatches",
        "carol, POST, batch-empty-01/approve, 422, emptyPaymentBatch",
        "carol, POST, batch-late-01/approve, 422, invalidPaymentBatchSchedule"
    })
    void refuseWhatTheirStateForbids(String user, String method, String path, int status, String type) {
        HttpCall call = batches(user + "-batch", method, "/" + path);

        assertThat(method.equals("PATCH") ? call.json("{}") : call)
                .hasStatus(status)
                .has("/type", "https://production.api.apiture.com/errors/" + type + "/v1.0.0");
    }

    @Test
    void cannotBePutOffIntoThePast() {
        assertThat(batches(BOB, "PATCH", "/" + PAYROLL).json("{\"effectiveOn\":\"2020-01-01\"}"))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/invalidPaymentBatchSchedule/v1.0.0");
        assertThat(batches(CAROL, "PATCH", "/" + TAXES).json("{\"effectiveOn\":\"2999-01-01\"}"))
                .hasStatus(200)
                .has("/effectiveOn", "2999-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"state\":\"submitted\"}",
                "{\"name\":\"\"}",
                "{\"effectiveOn\":\"2999-02-30\"}",
                "[]",
                "{",
                "{\"id\":\"x\"}"
            })
    void takeNoOtherContent(String content) {
        assertThat(batches(BOB, "PATCH", "/" + PAYROLL).json(content))
                .hasStatus(400)
                .has("/type", "https://production.api.apiture.com/errors/badRequest/v1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, batch-taxes-01/approve, approve",
        "POST, batch-payroll-03/submit, submit",
        "PATCH, batch-vendors-03, edit",
        "DELETE, batch-payroll-03, delete"
    })
    void needThePermissionAndAnswerAtOnceToItsGrantAndWithdrawal(String method, String path, String permission) {
        String batch = path.replaceFirst("/.*", "");
        assertThat(attempt(method, path))
                .hasStatus(403)
                .has("/type", "https://production.api.apiture.com/errors/forbidden/v1.0.0")
                .wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);

        bank.user("bob").entitle(batch, permission);
        assertThat(bank.user("bob").permissions(batch)).contains(permission);
        assertThat(attempt(method, path).send().status()).isIn(200, 204, 409);

        if (!method.equals("DELETE")) {
            bank.user("bob").withdraw(batch, permission);
            assertThat(attempt(method, path)).hasStatus(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, /approve", "POST, /submit", "PATCH, ''", "DELETE, ''"})
    void doNotExistForWhomIsNotLinked(String method, String action) {
        HttpCall call = batches("ada-batch", method, "/" + PAYROLL + action);

        assertThat(method.equals("PATCH") ? call.json("{}") : call)
                .hasStatus(404)
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @Test
    void existOnceSomebodyIsEntitled() {
        bank.user("ada").entitle(TAXES, "approve");

        assertThat(batches("ada-batch", "GET", "")).has("/count", 1).has("/items/0/allows/approve", true);
    }

    private HttpCall attempt(String method, String path) {
        HttpCall call = batches(BOB, method, "/" + path);
        return method.equals("PATCH") ? call.json("{}") : call;
    }

    private String allows(String client, String batch) {
        return batches(client, "GET", "/" + batch).send().at("/allows").toString();
    }

    private static String flags(boolean approve, boolean edit, boolean submit, boolean delete) {
        return "{\"approve\":%s,\"edit\":%s,\"submit\":%s,\"delete\":%s}".formatted(approve, edit, submit, delete);
    }

    private HttpCall batches(String client, String method, String rest) {
        return call(bank, method, "/banking/paymentBatches" + rest).bearer(token(client));
    }

    private String token(String client) {
        return bank.tokens().forClient(client);
    }
}
