package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal as tests in other languages read it. */
class CallsOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    /** 1: not signed in, 2: allowed, 3: without entitlement, 4: without scope, 5: a token. */
    @BeforeEach
    void callTheBank() {
        HttpCall.get(bank, "/banking/accounts").send();
        call("/banking/accounts", bank.tokens().forClient("ada-batch"));
        call("/banking/accounts/acct-4f81c0", bank.tokens().forClient("bob-batch"));
        call("/banking/accounts", bank.tokens().forClient("money-mover"));
        HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                .basic("ledger-reader:ledger-reader-7Qm2xV")
                .send();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | 1 2 3 4 5
            ?operation=listAccounts                   | 1 2 4
            ?operation=token                          | 5
            ?client=bob-batch                         | 3
            ?user=bob                                 | 3
            ?user=ada                                 | 2
            ?refusal=scope-missing                    | 4
            ?status=200                               | 2 5
            ?status=403&operation=getAccount          | 3
            ?since=3                                  | 4 5
            ?since=0                                  | 1 2 3 4 5
            ?since=5                                  | ''
            ?limit=2                                  | 4 5
            ?limit=2&since=1                          | 2 3
            ?status=200&limit=1                       | 5
            """)
    void areFoundByWhatTheyAre(String query, String numbers) {
        ControlAnswer answer = control(bank, "GET", "/calls" + query).send().hasStatus(200);

        List<String> found = StreamSupport.stream(answer.json().path("calls").spliterator(), false)
                .map(call -> call.path("number").asText())
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(numbers);
    }

    @Test
    void areGoneThroughBitByBit() {
        ControlAnswer first = control(bank, "GET", "/calls?since=0&limit=2").send();
        ControlAnswer second = control(bank, "GET", "/calls?limit=9&since=" + first.text("/last"))
                .send();

        assertThat(first.text("/last")).isEqualTo("2");
        assertThat(second.json().path("calls")).hasSize(3);
        assertThat(second.text("/last")).isEqualTo("5");
    }

    @Test
    void tellWhichGateRefusedThemAndWhy() {
        JsonNode call = control(bank, "GET", "/calls?refusal=entitlement-missing")
                .send()
                .json()
                .at("/calls/0");

        assertThat(call.at("/decision/operation").asText()).isEqualTo("getAccount");
        assertThat(call.at("/decision/client").asText()).isEqualTo("bob-batch");
        assertThat(call.at("/decision/subject").asText()).isEqualTo("user bob");
        assertThat(call.at("/decision/allowed").asBoolean()).isFalse();
        assertThat(call.at("/decision/required/0").asText()).isEqualTo("view");
        assertThat(call.at("/decision/held")).isNotEmpty();
        assertThat(call.at("/decision/explanation").asText()).startsWith("refused at entitlement: ");
        List<String> verdicts = StreamSupport.stream(call.at("/decision/gates").spliterator(), false)
                .map(gate ->
                        gate.path("name").asText() + " " + gate.path("verdict").asText())
                .toList();
        assertThat(verdicts)
                .startsWith("token passed", "route passed", "scope passed")
                .endsWith("entitlement refused");
    }

    @Test
    void belongToTheTestsThatTheyName() {
        HttpCall.get(bank, "/banking/accounts").header("Sandbank-Test", "mine").send();
        HttpCall.get(bank, "/banking/accounts")
                .header("Sandbank-Test", "another")
                .send();

        JsonNode calls = control(bank, "GET", "/calls?test=mine").send().json().path("calls");

        assertThat(calls).hasSize(1);
        assertThat(calls.at("/0/tests/0").asText()).isEqualTo("mine");
    }

    @Test
    void sayTheSameAsTheJournalInJava() {
        JsonNode calls = control(bank, "GET", "/calls").send().json().path("calls");

        for (int i = 0; i < 5; i++) {
            var exchange = bank.journal().calls().get(i);
            assertThat(calls.get(i).path("target").asText()).isEqualTo(exchange.target());
            assertThat(calls.get(i).path("replyBody").asText()).isEqualTo(exchange.replyBody());
            assertThat(calls.get(i).at("/decision/explanation").asText())
                    .isEqualTo(exchange.decision().explain());
            assertThat(calls.get(i).at("/decision/required"))
                    .hasSize(exchange.decision().required().size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?operation=listAcounts     | did you mean "listAccounts"?
            ?refusal=scope-mising      | did you mean "scope-missing"?
            ?refusl=scope-missing      | did you mean "refusal"?
            ?status=4xx                | status is not an integer
            ?status=-1                 | status is not an integer
            ?since=99999999999999999999| since is not an integer
            ?limit=0                   | limit must be from 1 to 1000
            ?limit=1001                | limit must be from 1 to 1000
            ?limit=1&limit=2           | given more than once
            ?wait=soon                 | wait is not an ISO 8601 duration
            ?wait=PT9223372036854775807S | wait must be from PT0S to PT30S
            ?wait=P106751991167301D    | wait must be from PT0S to PT30S
            ?wait=-PT0.000000001S      | wait must be from PT0S to PT30S
            ?wait=PT31S                | wait must be from PT0S to PT30S
            ?wait=-PT1S                | wait must be from PT0S to PT30S
            ?environment=cat           | there is no query parameter "environment"
            """)
    void areNotLookedForByWhatIsMisspelt(String query, String detail) {
        control(bank, "GET", "/calls" + query).send().isProblem(400, detail);
    }

    @Test
    void areDoubtedWhereNobodyCanHaveMadeThem() {
        control(bank, "GET", "/calls?client=bob-bacth&user=boob")
                .send()
                .hasBody(
                        "{\"calls\": [], \"last\": 5, \"dropped\": 0, \"doubts\": [\"there is no client \\\"bob-bacth\\\","
                                + " did you mean \\\"bob-batch\\\"?\", \"there is no user \\\"boob\\\", did you mean \\\"bob\\\"?\"]}");
    }

    private void call(String path, String token) {
        HttpCall.get(bank, path).bearer(token).send();
    }
}
