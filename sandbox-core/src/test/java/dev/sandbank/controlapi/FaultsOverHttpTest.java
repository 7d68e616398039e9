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
        String failing = "\"on\": [\"listAccounts\"], \"by\": [\"ada-batch\"], \"next\": 2,"
                + " \"effect\": {\"type\": \"fail\", \"status\": 503}";
        String listed = "{\"id\": 1, \"left\": 2, " + failing
                + ", \"told\": \"answers 503, to listAccounts, by ada-batch, 2 times\"}";
        String dropping = "\"probability\": 0.25, \"seed\": 42, \"effect\": {\"type\": \"drop\"}";
        set("{" + failing + "}").hasBody(listed);
        set("{" + dropping + "}");
        control(bank, "GET", "/faults")
                .send()
                .hasStatus(200)
                .hasBody("{\"faults\": [" + listed + ", {\"id\": 2, " + dropping
                        + ", \"told\": \"ends the connection without a reply, until cleared, with probability 0.25\"}],"
                        + " \"unmet\": [\"fault 1 answers 503, to listAccounts, by ada-batch, 2 times\"]}");

        control(bank, "DELETE", "/faults/1").send().hasStatus(204);
        assertThat(bank.faults().count()).isEqualTo(1);
        control(bank, "DELETE", "/faults/1").send().isProblem(404, "there is no fault 1 (any more)");

        control(bank, "DELETE", "/faults").send().hasStatus(204);
        assertThat(bank.faults().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type": "fail", "status": 418                                        | 418 | application/problem+json
            "type": "refuse", "reason": "scope-missing"                          | 403 | application/problem+json
            "type": "failWithPage", "status": 502                                | 502 | text/html;charset=UTF-8
            "type": "throttle", "wait": "PT7S"                                   | 429 | application/problem+json
            "type": "delay", "time": "PT0.001S"                                  | 200 | application/json
            "type": "delayOnSandboxClock", "time": "PT0.001S"                    | 200 | application/json
            "type": "mistype", "contentType": "text/plain"                       | 200 | text/plain
            "type": "replaceStatus", "status": 203                               | 203 | application/json
            "type": "replaceHeader", "name": "content-type", "value": "text/csv" | 200 | text/csv
            "type": "removeHeader", "name": "X-Nothing"                          | 200 | application/json
            "type": "replaceMember", "member": "/count", "value": "many"         | 200 | application/json
            "type": "removeMember", "member": "/count"                           | 200 | application/json
            """)
    void strikeTheBank(String effect, int status, String contentType) throws Exception {
        ControlAnswer fault = set("{\"on\": [\"listAccounts\"], \"effect\": {" + effect + "}}");
        assertThat(fault.json().path("effect")).isEqualTo(Answer.parse("{" + effect + "}"));

        HttpResponse<String> reply = allowed();

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).contains(contentType);
    }

    @Test
    void moveTheClockOn() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        set("{\"effect\": {\"type\": \"delayOnSandboxClock\", \"time\": \"PT1H\"}}");

        assertThat(accounts().status()).isEqualTo(401);
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-03T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "truncate"})
    void endConnections(String how) {
        set("{\"effect\": {\"type\": \"" + how + "\"}}");

        assertThatThrownBy(this::accounts).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void neverStrikeTheControls() {
        set("{\"effect\": {\"type\": \"drop\"}}");
        set("{\"effect\": {\"type\": \"fail\", \"status\": 500}}");

        control(bank, "GET", "/faults").send().hasStatus(200);
        control(bank, "POST", "/reset").send().hasStatus(204);

        assertThat(accounts().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                      | the member effect is missing
            {"effect": "drop"}                                                                      | the member effect is not an object
            {"effect": {}}                                                                          | the member type is missing
            {"effect": {"type": "dropp"}}                                                           | there is no effect "dropp"; expected one of delay,
            {"effect": {"type": "drop", "status": 1}}                                               | there is no member "status" here; expected type
            {"effect": {"type": "fail", "status": 200}}                                             | from 400 to 599, not 200
            {"effect": {"type": "fail", "status": 99999999999}}                                     | status is not an integer
            {"effect": {"type": "fail", "status": 503.5}}                                           | status is not an integer
            {"effect": {"type": "fail"}}                                                            | the member status is missing
            {"effect": {"type": "failWithError", "error": "503"}}                                   | such as invalid_grant
            {"effect": {"type": "failWithError", "error": "invalid_grant"}}                         | name at least one
            {"effect": {"type": "failWithError", "error": "invalid_grant"}, "on": ["listAccounts"]} | is none
            {"effect": {"type": "replaceStatus", "status": 199}}                                    | from 200 to 599, not 199
            {"effect": {"type": "replaceHeader", "name": "A", "value": "b\\r\\nC: d"}}              | a header must be 1 to 256 printable
            {"effect": {"type": "replaceHeader", "name": "A:", "value": "b"}}                       | the name of a header
            {"effect": {"type": "failWithPage", "status": 600}}                                     | from 400 to 599, not 600
            {"effect": {"type": "delay", "time": "PT0S"}}                                           | a time must be more than zero
            {"effect": {"type": "delay", "time": "-PT1S"}}                                          | a time must be more than zero
            {"effect": {"type": "throttle", "wait": "soon"}}                                        | wait is not an ISO 8601 duration
            {"effect": {"type": "mistype", "contentType": "text/html\\r\\nX-Evil: 1"}}              | a content type must be 1 to 256 printable
            {"effect": {"type": "mistype", "contentType": ""}}                                      | a content type must be 1 to 256 printable
            {"effect": {"type": "drop"}, "next": 0}                                                 | at least one call, not 0
            {"effect": {"type": "drop"}, "probability": 1.5}                                        | from 0 to 1, not 1.5
            {"effect": {"type": "drop"}, "probability": "0.5"}                                      | probability is not a number
            {"effect": {"type": "drop"}, "seed": 1}                                                 | a seed is allowed only with a probability
            {"effect": {"type": "drop"}, "seed": 1.5, "probability": 0.5}                           | seed is not an integer
            {"effect": {"type": "drop"}, "maybe": 1}                                                | maybe is not true or false
            {"effect": {"type": "drop"}, "on": "token"}                                             | on is not a list of strings
            {"effect": {"type": "drop"}, "onn": ["token"]}                                          | did you mean "on"?
            {"fail": 503}                                                                           | there is no member "fail" here; give what the fault does as its effect: "effect": {"type": "fail", "status": …}
            {"replaceHeader": {"ETag": "x"}}                                                        | "effect": {"type": "replaceHeader", "name": …, "value": …}
            """)
    void areRefusedIfTheyMakeNoSense(String fault, String detail) {
        control(bank, "POST", "/faults").json(fault).send().isProblem(400, detail);

        assertThat(bank.faults().count()).isZero();
        assertThat(bank.journal().changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "on": ["listAcounts"] | did you mean "listAccounts"?
            "by": ["ada-bacth"]   | did you mean "ada-batch"?
            """)
    void areRefusedIfNothingCouldMeetThem(String aim, String detail) {
        control(bank, "POST", "/faults")
                .json("{" + aim + ", \"effect\": {\"type\": \"drop\"}}")
                .send()
                .isProblem(404, detail);

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
