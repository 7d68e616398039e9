package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong because a test wants it: where it says, as often as it says, and told in the journal. */
class FaultsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void failInTheBanksOwnWords() {
        bank.faults().on("listAccounts").fail(503);

        assertThat(accounts())
                .hasStatus(503)
                .has("/status", 503)
                .hasHeader("Content-Type", "application/problem+json")
                .wasRefused("fault");
        assertThat(bank.journal().calls().get(0).decision().operation()).isEqualTo("listAccounts");
        assertThat(bank.journal().calls().get(0).decision().client()).isEqualTo("ledger-reader");
    }

    @ParameterizedTest
    @CsvSource({
        "apiture, 401, unauthorized, true",
        "apiture, 403, forbidden, true",
        "apiture, 404, notFound, false",
        "apiture, 422, unprocessableEntity, false",
        "apiture, 504, gatewayTimeout, false",
        "apiture, 500, internalServerError, false",
        "apiture, 503, about:blank, false",
        "uphold, 401, token_invalid, true",
        "uphold, 403, token_insufficient_scopes, true",
        "uphold, 404, entity_not_found, false",
        "uphold, 409, operation-not-allowed, false",
        "uphold, 429, too_many_requests, false",
        "uphold, 503, internal_error, false"
    })
    void answerWithTheBanksOwnCodeForAStatus(String name, int status, String code, boolean challenges) {
        try (Sandbank other = Sandbank.start(name)) {
            other.faults().anywhere().fail(status);

            Answer answer = HttpCall.get(other, name.equals("apiture") ? "/banking/accounts" : "/core/accounts")
                    .send();

            assertThat(answer).hasStatus(status).wasRefused("fault");
            assertThat(answer.body()).contains(code);
            assertThat(answer.header("WWW-Authenticate").isPresent()).isEqualTo(challenges);
        }
    }

    @Test
    void refuseInTheWordsOfAnyRefusal() {
        bank.faults().on("listAccounts").next(1).refuse("insufficient-funds");

        Answer answer = accounts().send();
        assertThat(answer).hasStatus(422).wasRefused("fault");
        assertThat(answer.body()).contains("insufficientFundsForTransfer");
        assertThatThrownBy(() -> bank.faults().anywhere().refuse("insuficient-funds"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"insufficient-funds\"?");
    }

    @Test
    void strikeTheNextCallsAndNoMore() {
        bank.faults().on("listAccounts").next(2).fail(500);

        assertThat(statuses(4)).containsExactly(500, 500, 200, 200);
        assertThat(bank.faults().count()).isZero();
    }

    @Test
    void strikeUntilTheyAreCleared() {
        bank.faults().anywhere().fail(500);
        assertThat(statuses(3)).containsExactly(500, 500, 500);

        bank.faults().clear();

        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void areUnmetUntilTheyStrike() {
        bank.faults().on("listAccounts").next(2).fail(500);
        bank.faults().on("createTransfer").fail(503);
        bank.faults().on("getAccount").maybe().fail(503);
        bank.faults().anywhere().withProbability(0, 1).drop();

        accounts().send();

        assertThat(bank.faults().unmet()).containsExactly("fault 2 answers 503, to createTransfer, until cleared");
    }

    @Test
    void areToldFromWhatTheBankAnswered() {
        bank.faults().on("listAccounts").next(1).replaceStatus(500);
        bank.faults().on("listAccounts").next(1).delayOnSandboxClock(Duration.ofSeconds(1));

        accounts().send();
        accounts().send();

        assertThat(bank.journal().calls())
                .extracting(call -> call.decision().spoiledBy().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void leaveOtherOperationsAndClientsAlone() {
        bank.faults().on("getAccount").fail(500);
        bank.faults().by("back-office").fail(500);

        assertThat(accounts()).hasStatus(200);
        assertThat(call("back-office")).hasStatus(500);
    }

    @Test
    void strikeEndpointsOfTheTokenServer() {
        bank.faults().on("token").by("money-mover").fail(503);

        assertThat(HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                        .basic("money-mover:money-mover-p4T9sK"))
                .hasStatus(503);
        assertThat(HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                        .basic("ledger-reader:ledger-reader-7Qm2xV"))
                .hasStatus(200);
    }

    @Test
    void doNotLetTheBankDoAnything() {
        bank.faults().on("createTransfer").next(1).fail(503);
        String body =
                "{\"amount\":\"1.00\",\"sourceAccount\":{\"id\":\"acct-4f81c0\"},\"targetAccount\":{\"id\":\"acct-9b22d7\"},"
                        + "\"schedule\":{\"frequency\":\"once\"}}";
        HttpCall create =
                HttpCall.post(bank, "/banking/transfers").bearer(bank.tokens().forClient("ada-batch"));

        assertThat(create.json(body)).hasStatus(503);

        assertThat(HttpCall.get(bank, "/banking/transfers").bearer(bank.tokens().forClient("ada-batch")))
                .has("/count", 5);
    }

    @Test
    void askToWait() {
        try (Sandbank uphold = Sandbank.start("uphold")) {
            uphold.faults().anywhere().throttle(Duration.ofSeconds(7));

            assertThat(HttpCall.get(uphold, "/core/accounts")
                            .bearer(uphold.tokens().forClient("payouts")))
                    .hasStatus(429)
                    .has("/code", "too_many_requests")
                    .hasHeader("Retry-After", "7")
                    .hasHeader("Reset-After", "7");
        }
    }

    @Test
    void askToWaitAsEachBankDoes() {
        bank.faults().on("listAccounts").throttle(Duration.ofMinutes(2));

        assertThat(accounts())
                .hasStatus(429)
                .has("/type", "https://production.api.apiture.com/errors/tooManyRequests/v1.0.0")
                .hasHeader("Retry-After", "120");
    }

    @Test
    void answerWithAPageForPeople() {
        bank.faults().anywhere().next(1).failWithPage(502);

        var answer = call("ledger-reader").send();

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body()).startsWith("<!doctype html>");
    }

    @Test
    void endTheConnectionWithoutAReply() {
        bank.faults().on("listAccounts").drop();
        assertThatThrownBy(() -> call("ledger-reader").send()).isInstanceOf(UncheckedIOException.class);
        assertThat(bank.journal().calls().get(0).status()).isEqualTo(200);
        assertThat(bank.journal().calls().get(0).decision().gates())
                .anyMatch(gate -> gate.saw().equals("ends the connection without a reply"));

        bank.faults().clear();

        assertThat(accounts()).hasStatus(200);
    }

    @Test
    void endTheConnectionInTheMiddleOfAReply() {
        bank.faults().on("listAccounts").truncate();
        assertThatThrownBy(() -> call("ledger-reader").send()).isInstanceOf(UncheckedIOException.class);

        bank.faults().clear();

        assertThat(accounts()).hasStatus(200);
    }

    @Test
    void sayAnotherContentType() throws Exception {
        bank.faults().anywhere().mistype("text/plain");
        HttpRequest request = HttpRequest.newBuilder(bank.url("listAccounts"))
                .header("Authorization", "Bearer " + bank.tokens().forClient("ledger-reader"))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(answer.body()).startsWith("{\"items\":");
    }

    @Test
    void passTimeOfTheSandboxAlone() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        String token = bank.tokens().forClient("ledger-reader");
        bank.faults().on("listAccounts").next(1).delayOnSandboxClock(Duration.ofHours(1));

        assertThat(HttpCall.get(bank, "/banking/accounts").bearer(token))
                .hasStatus(401)
                .wasRefused("token-expired");
        assertThat(bank.clock().now()).isEqualTo("2031-03-03T10:00:00Z");
    }

    @Test
    void strikeTheSameCallsByChanceInEveryRun() {
        bank.faults().anywhere().withProbability(0.5, 7).fail(500);
        List<Integer> first = statuses(12);
        bank.faults().clear();
        bank.faults().anywhere().withProbability(0.5, 7).fail(500);

        assertThat(statuses(12)).isEqualTo(first).contains(200, 500);
    }

    @Test
    void areForgottenOnReset() {
        bank.faults().anywhere().fail(500);

        bank.reset();

        assertThat(accounts()).hasStatus(200);
    }

    @Test
    void areHeldToWhatThereIs() {
        assertThatThrownBy(() -> bank.faults().on("listAcounts"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"listAccounts\"?");
        assertThatThrownBy(() -> bank.faults().by("back-ofice")).hasMessageContaining("did you mean \"back-office\"?");
        assertThatThrownBy(() -> bank.faults().anywhere().fail(200)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bank.faults().anywhere().next(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bank.faults().anywhere().withProbability(1.1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bank.faults().anywhere().delay(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Integer> statuses(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> call("ledger-reader").send().status())
                .toList();
    }

    private HttpCall accounts() {
        return call("ledger-reader");
    }

    private HttpCall call(String client) {
        return HttpCall.get(bank, "/banking/accounts").bearer(bank.tokens().forClient(client));
    }
}
