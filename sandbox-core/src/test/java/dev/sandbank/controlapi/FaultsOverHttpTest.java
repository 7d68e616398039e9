package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults as tests in other languages set them; they strike the bank, never the controls. */
class FaultsOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void areSetListedAndTakenBack() {
        String listed = "{\"id\": 1, \"on\": [\"listAccounts\"], \"by\": [\"ada-batch\"], \"next\": 2, \"left\": 2,"
                + " \"fail\": 503, \"told\": \"answers 503, to listAccounts, by ada-batch, 2 times\"}";
        set("{\"on\": [\"listAccounts\"], \"by\": [\"ada-batch\"], \"next\": 2, \"fail\": 503}")
                .hasBody(listed);
        set("{\"drop\": true, \"probability\": 0.25, \"seed\": 42}");
        control(bank, "GET", "/faults")
                .send()
                .hasStatus(200)
                .hasBody(
                        "{\"faults\": [" + listed + ", {\"id\": 2, \"probability\": 0.25, \"seed\": 42, \"drop\": true,"
                                + " \"told\": \"ends the connection without a reply, until cleared, with probability 0.25\"}]}");

        control(bank, "DELETE", "/faults/1").send().hasStatus(204);
        assertThat(bank.faults().count()).isEqualTo(1);
        control(bank, "DELETE", "/faults/1").send().isProblem(404, "there is no fault \"1\", or no longer");

        control(bank, "DELETE", "/faults").send().hasStatus(204);
        assertThat(bank.faults().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fail": 418}                     | 418 | application/problem+json
            {"failWithPage": 502}             | 502 | text/html;charset=UTF-8
            {"throttle": "PT7S"}              | 429 | application/problem+json
            {"delay": "PT0.001S"}             | 200 | application/json
            {"mistype": "text/plain"}         | 200 | text/plain
            {"replaceStatus": 203}            | 203 | application/json
            {"replaceHeader": {"content-type": "text/csv"}} | 200 | text/csv
            {"removeHeader": "X-Nothing"}     | 200 | application/json
            {"replaceMember": {"/count": "many"}} | 200 | application/json
            {"removeMember": "/count"}        | 200 | application/json
            """)
    void strikeTheBank(String fault, int status, String contentType) throws Exception {
        String effect = fault.substring(1, fault.length() - 1);
        set("{\"on\": [\"listAccounts\"], " + effect + "}");

        HttpResponse<String> reply = allowed();

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).contains(contentType);
    }

    @Test
    void moveTheClockOn() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        set("{\"delayOnSandboxClock\": \"PT1H\"}");

        assertThat(accounts().status()).isEqualTo(401);
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-03T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "truncate"})
    void endConnections(String how) {
        set("{\"" + how + "\": true}");

        assertThatThrownBy(this::accounts).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void neverStrikeTheControls() {
        set("{\"drop\": true}");
        set("{\"fail\": 500}");

        control(bank, "GET", "/faults").send().hasStatus(200);
        control(bank, "POST", "/reset").send().hasStatus(204);

        assertThat(accounts().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                | 400 | expected exactly one of delay, delayOnSandboxClock, drop,
            {"fail": 503, "drop": true}                       | 400 | found drop and fail
            {"fail": 200}                                     | 400 | from 400 to 599, not 200
            {"fail": 99999999999}                             | 400 | fail is not an integer
            {"fail": 503.5}                                   | 400 | fail is not an integer
            {"fail": "503"}                                   | 400 | such as invalid_grant
            {"fail": "invalid_grant"}                         | 400 | say which
            {"fail": "invalid_grant", "on": ["listAccounts"]} | 400 | is none
            {"fail": true}                                    | 400 | fail is not an integer
            {"replaceStatus": 199}                            | 400 | from 200 to 599, not 199
            {"replaceHeader": {}}                             | 400 | replaceHeader is not an object with one member
            {"replaceHeader": {"A": "b\\r\\nC: d"}}           | 400 | a header is 1 to 256 printable
            {"replaceHeader": {"A:": "b"}}                    | 400 | the name of a header
            {"replaceMember": {"a": 1, "b": 2}}               | 400 | replaceMember is not an object with one member
            {"failWithPage": 600}                             | 400 | from 400 to 599, not 600
            {"delay": "PT0S"}                                 | 400 | a time is more than none
            {"delay": "-PT1S"}                                | 400 | a time is more than none
            {"throttle": "soon"}                              | 400 | throttle is not an ISO 8601 duration
            {"drop": false}                                   | 400 | drop is not true
            {"mistype": "text/html\\r\\nX-Evil: 1"}           | 400 | a content type is 1 to 256 printable
            {"mistype": ""}                                   | 400 | a content type is 1 to 256 printable
            {"fail": 503, "next": 0}                          | 400 | at least one call, not 0
            {"fail": 503, "probability": 1.5}                 | 400 | from 0 to 1, not 1.5
            {"fail": 503, "probability": "0.5"}               | 400 | probability is not a number
            {"fail": 503, "seed": 1}                          | 400 | a seed goes with a probability
            {"fail": 503, "seed": 1.5, "probability": 0.5}    | 400 | seed is not an integer
            {"fail": 503, "on": "token"}                      | 400 | on is not a list of strings
            {"fail": 503, "onn": ["token"]}                   | 400 | did you mean "on"?
            {"fail": 503, "on": ["listAcounts"]}              | 404 | did you mean "listAccounts"?
            {"fail": 503, "by": ["ada-bacth"]}                | 404 | did you mean "ada-batch"?
            """)
    void areRefusedIfTheyMakeNoSense(String fault, int status, String detail) {
        control(bank, "POST", "/faults").json(fault).send().isProblem(status, detail);

        assertThat(bank.faults().count()).isZero();
        assertThat(bank.journal().changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/faults/0", "/faults/x", "/faults/-1", "/faults/99999999999999999999"})
    void areTakenBackByTheirNumber(String path) {
        control(bank, "DELETE", path).send().isProblem(404, "there is no fault");
    }

    private ControlAnswer set(String fault) {
        return control(bank, "POST", "/faults").json(fault).send().hasStatus(201);
    }

    /** Not by the harness, which holds replies against what banks say. */
    private HttpResponse<String> allowed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(bank.url("listAccounts"))
                .header("Authorization", "Bearer " + bank.tokens().forClient("ada-batch"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Answer accounts() {
        return HttpCall.get(bank, "/banking/accounts").send();
    }
}
