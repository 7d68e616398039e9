package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_HELD;
import static dev.sandbank.testing.UpholdSeed.ADAS_REQUEST;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.ADAS_TRADE;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.SettlementScene.commit;
import static dev.sandbank.uphold.SettlementScene.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank asks about transactions on hold, and what becomes of them. */
class RequestsForInformationTest {

    private static final String DATA = "{\"data\":{\"ownWallet\":true}}";

    private static final String OUTCOMES = """
            outcomes:
              - {id: refused, amount: "14.01", status: on-hold, request: {type: travel-rule, answer: failed}}
              - {id: short, amount: "14.02", status: on-hold, request: {type: travel-rule, expiresAfter: PT10M}}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText(SettlementScene.FIXTURE.formatted("PT30S") + OUTCOMES)
            .start();

    private final Payer payer = new Payer(bank, ADA);
    private final Payer ada = new Payer(bank, ADA, "reporting");

    @Test
    void areListedWithTheirTransaction() {
        assertThat(ada.as(get(bank, requests(ADAS_HELD)))).hasStatus(200).hasBody("""
                {"requestsForInformation": [{"id": "%s", "type": "travel-rule", "status": "pending",
                  "createdAt": "2025-11-04T10:00:10.000Z", "updatedAt": "2025-11-04T10:00:10.000Z"}]}
                """.formatted(ADAS_REQUEST));
        assertThat(ada.as(get(bank, requests(ADAS_TRADE)))).hasStatus(200).hasBody("{\"requestsForInformation\":[]}");
        assertThat(ada.as(get(bank, requests(ADAS_HELD) + "/" + ADAS_REQUEST)))
                .hasStatus(200)
                .has("/requestForInformation/status", "pending");
    }

    @Test
    void letTheTransactionGoOnOnceAnswered() {
        String id = held("13.02");
        String request = only(id);
        bank.clock().advance(Duration.ofMinutes(4));

        assertThat(answer(ada, id, request))
                .hasStatus(200)
                .hasMembersOnly("/requestForInformation", "id", "type", "status", "data", "createdAt", "updatedAt")
                .has("/requestForInformation/status", "ok")
                .has("/requestForInformation/data/ownWallet", true)
                .has("/requestForInformation/createdAt", "2031-03-03T09:00:30.000Z")
                .has("/requestForInformation/updatedAt", "2031-03-03T09:04:30.000Z");
        assertThat(payer.transaction(id))
                .has("/transaction/status", "processing")
                .lacks("/transaction/statusDetails");

        bank.clock().advance(Duration.ofSeconds(30));

        assertThat(payer.transaction(id))
                .has("/transaction/status", "completed")
                .has("/transaction/completedAt", "2031-03-03T09:05:00.000Z");
        holds(payer, ADAS_SPENDING, "236.98", "226.98");
        holds(payer, ADAS_GIFTS, "33.02", "33.02");
    }

    @Test
    void areAnsweredOnce() {
        assertThat(answer(ada, ADAS_HELD, ADAS_REQUEST)).hasStatus(200);

        assertThat(answer(ada, ADAS_HELD, ADAS_REQUEST))
                .hasStatus(409)
                .has("/code", "operation_not_allowed")
                .has("/details/reasons/0", "request-for-information-update-not-allowed")
                .lacks("/details/reasons/1");
    }

    @Test
    void letTheTransactionFailWhereTheAnswerIsNotGoodEnough() {
        String id = held("14.01");

        assertThat(answer(ada, id, only(id))).hasStatus(200).has("/requestForInformation/status", "failed");

        fails(id, "2031-03-03T09:00:30.000Z");
    }

    @Test
    void expire() {
        String id = held("14.02");
        String request = only(id);
        bank.clock().advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(payer.transaction(id)).has("/transaction/status", "on-hold");

        bank.clock().advance(Duration.ofHours(1));

        fails(id, "2031-03-03T09:10:30.000Z");
        assertThat(ada.as(get(bank, requests(id) + "/" + request)))
                .has("/requestForInformation/status", "expired")
                .has("/requestForInformation/updatedAt", "2031-03-03T09:10:30.000Z");
        assertThat(answer(ada, id, request)).hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource({"ok,processing", "failed,failed", "expired,failed", "pending,on-hold"})
    void areDecidedByTests(String status, String transaction) {
        bank.resource("requestsForInformation", ADAS_REQUEST).set("status", status);

        assertThat(payer.transaction(ADAS_HELD)).has("/transaction/status", transaction);
    }

    @Test
    void areAllToBeAnswered() {
        String second = "0b1d2c3e-4f50-4617-8293-a4b5c6d7e8f9";
        bank.add(
                "requestsForInformation",
                "{id: " + second + ", transaction: " + ADAS_HELD + ", type: travel-rule, status: pending}");

        assertThat(answer(ada, ADAS_HELD, ADAS_REQUEST)).hasStatus(200);
        assertThat(payer.transaction(ADAS_HELD)).has("/transaction/status", "on-hold");
        assertThat(answer(ada, ADAS_HELD, second)).hasStatus(200);

        assertThat(payer.transaction(ADAS_HELD)).has("/transaction/status", "processing");
    }

    @Test
    void areNotAskedAboutWhatEndsByItself() {
        String id = held("13.03");

        assertThat(ada.as(get(bank, requests(id)))).hasBody("{\"requestsForInformation\":[]}");
    }

    @Test
    void areAboutTransactionsOfTheUser() {
        Payer bruno = new Payer(bank, BRUNO, "reporting");

        assertThat(answer(bruno, ADAS_HELD, ADAS_REQUEST)).hasStatus(404).has("/details/entity", "transaction");
        assertThat(answer(ada, ADAS_TRADE, ADAS_REQUEST))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "request-for-information");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":{}}", "{\"data\":[1]}", "[]"})
    void wantSomeData(String body) {
        assertThat(ada.as(call(bank, "PUT", requests(ADAS_HELD) + "/" + ADAS_REQUEST))
                        .json(body))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "body");
    }

    @Test
    void areNotAnsweredByWhoIsBlocked() {
        assertThat(answer(new Payer(bank, MALLORY, "reporting"), ADAS_HELD, ADAS_REQUEST))
                .hasStatus(409)
                .has("/code", "operation-not-allowed")
                .has("/reasons/0", "user-blocked");
    }

    @Test
    void haveScopesOfTheirOwn() {
        Payer desk = new Payer(bank, ADA, "desk");

        assertThat(desk.as(get(bank, requests(ADAS_HELD)))).hasStatus(403);
        assertThat(answer(desk, ADAS_HELD, ADAS_REQUEST))
                .hasStatus(403)
                .has("/details/security/0/schemeScopes/0", "core.transactions.requests-for-information:update");
    }

    /** Commits a transaction of so much and waits until it is on hold. */
    private String held(String amount) {
        String id = commit(payer, payer.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", amount)));
        bank.clock().advance(Duration.ofSeconds(30));
        assertThat(payer.transaction(id)).has("/transaction/status", "on-hold");
        return id;
    }

    private String only(String transaction) {
        Answer listed = ada.as(get(bank, requests(transaction))).send();
        assertThat(listed.each("/requestsForInformation", "status")).containsExactly("pending");
        return listed.text("/requestsForInformation/0/id");
    }

    private HttpCall answer(Payer user, String transaction, String request) {
        return user.as(call(bank, "PUT", requests(transaction) + "/" + request)).json(DATA);
    }

    private void fails(String transaction, String at) {
        assertThat(payer.transaction(transaction))
                .has("/transaction/status", "failed")
                .has("/transaction/statusDetails/reason", "travel-rule-verification-failed")
                .has("/transaction/updatedAt", at);
        holds(payer, ADAS_SPENDING, "250.00", "240.00");
    }

    private static String requests(String transaction) {
        return "/core/transactions/" + transaction + "/requests-for-information";
    }
}
