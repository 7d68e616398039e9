package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlAnswer;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that nobody made, explained as the sandbox is at present. */
class ExplainOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void tellsWhatEachGateWouldSee() {
        ControlAnswer answer = explain("createTransfer", "{\"user\": \"ada\"}").hasStatus(200);

        assertThat(answer.json().path("allowed").asBoolean()).isTrue();
        assertThat(answer.json().at("/gates/0/name").asText()).isEqualTo("token");
        assertThat(answer.json().at("/reply/status").asInt()).isEqualTo(201);
    }

    @Test
    void followsWhatTestsHaveChanged() {
        bank.user("ada").block();

        ControlAnswer answer =
                explain("createTransfer", "{\"client\": \"ada-batch\"}").hasStatus(200);

        assertThat(answer.text("/gate")).isEqualTo("blocked");
        assertThat(answer.text("/refusal")).isEqualTo("subject-blocked");
    }

    @Test
    void takesScopesResourcesAndContent() {
        assertThat(explain("getAccount", "{\"user\": \"ada\", \"scopes\": []}").text("/gate"))
                .isEqualTo("scope");
        assertThat(explain("getAccount", "{\"user\": \"ada\", \"resources\": [\"acct-000000\"]}")
                        .text("/gate"))
                .isEqualTo("resource");
        assertThat(explain("createTransfer", "{\"user\": \"ada\", \"body\": {}}")
                        .text("/gate"))
                .isEqualTo("input");
    }

    @Test
    void leavesNoTrace() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        String before = bank.export();

        explain("createTransfer", "{\"user\": \"ada\"}").hasStatus(200);

        assertThat(bank.export()).isEqualTo(before);
        assertThat(bank.journal().calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user\": \"adda\"}",
                "{\"client\": \"nobody\"}",
                "{\"user\": \"ada\", \"resources\": [\"a\", \"b\", \"c\"]}",
                "{\"user\": \"ada\", \"parameters\": {\"no\": \"1\"}}",
                "{\"user\": \"ada\", \"parameters\": {\"no\": 1}}",
                "{\"other\": 1}"
            })
    void refusesWhatIsNoCall(String content) {
        explain("getAccount", content).hasStatus(400);
    }

    @Test
    void knowsNoOtherOperation() {
        explain("getAcount", "{}").isProblem(404, "did you mean \"getAccount\"");
    }

    private ControlAnswer explain(String operation, String content) {
        return control(bank, "POST", "/operations/" + operation + "/explain")
                .json(content)
                .send();
    }
}
