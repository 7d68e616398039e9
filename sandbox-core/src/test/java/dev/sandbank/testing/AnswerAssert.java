package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.DenialReason;
import dev.sandbank.internal.model.operation.GateName;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What can be said about an answer: status, headers, body, and how the journal says that it was decided. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    /** The gates of every guarded operation where no fixture sets a limit. */
    public static final List<String> GATES =
            GateName.words().stream().filter(gate -> !gate.equals("limit")).toList();

    AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
        as("%s %s -> %s %s", answer.method(), answer.exchange().target(), answer.status(), answer.body());
    }

    public AnswerAssert hasStatus(int status) {
        assertThat(actual.status()).as(descriptionText()).isEqualTo(status);
        assertThat(actual.decision().status()).as("the journal's status").isEqualTo(status);
        return this;
    }

    public AnswerAssert hasHeader(String name, String value) {
        assertThat(actual.header(name)).as(descriptionText() + " " + name).contains(value);
        return this;
    }

    public AnswerAssert hasHeaderMatching(String name, String pattern) {
        assertThat(actual.header(name))
                .as(descriptionText() + " " + name)
                .hasValueSatisfying(value -> assertThat(value).matches(pattern));
        return this;
    }

    public AnswerAssert hasNoHeader(String name) {
        assertThat(actual.header(name)).as(descriptionText() + " " + name).isEmpty();
        return this;
    }

    /** Compares the text at a JSON Pointer. */
    public AnswerAssert has(String pointer, Object value) {
        assertThat(actual.text(pointer)).as(descriptionText() + " " + pointer).isEqualTo(String.valueOf(value));
        return this;
    }

    public AnswerAssert lacks(String pointer) {
        assertThat(actual.at(pointer).isMissingNode())
                .as(descriptionText() + " has no " + pointer)
                .isTrue();
        return this;
    }

    /** Compares the whole body with a JSON text: members and values, not their order. */
    public AnswerAssert hasBody(String json) {
        assertThat(actual.json()).as(descriptionText()).isEqualTo(Answer.parse(json));
        return this;
    }

    public AnswerAssert hasMembersOnly(String pointer, String... names) {
        assertThat(actual.at(pointer).fieldNames()).toIterable().containsExactlyInAnyOrder(names);
        return this;
    }

    /** Every gate was asked, in order, and let the call on. */
    public AnswerAssert wasAllowed() {
        assertThat(actual.decision().allowed()).as(descriptionText()).isTrue();
        assertThat(actual.decision().gates()).extracting(Decision.Gate::name).containsExactlyElementsOf(GATES);
        assertThat(actual.decision().gates()).extracting(Decision.Gate::verdict).containsOnly(Verdict.PASSED);
        return this;
    }

    /** All gates before this one let the call on, this one refused it, and no later one was asked. */
    public AnswerAssert wasRefusedAt(String gate, String refusal) {
        List<Decision.Gate> gates = actual.decision().gates();
        List<String> before = GATES.subList(0, GATES.indexOf(gate));
        wasRefused(refusal);
        assertThat(gates.subList(0, gates.size() - 1))
                .as(descriptionText())
                .extracting(Decision.Gate::name)
                .containsExactlyElementsOf(before);
        assertThat(gates.subList(0, gates.size() - 1))
                .extracting(Decision.Gate::verdict)
                .allMatch(verdict -> verdict == Verdict.PASSED);
        assertThat(gates.get(gates.size() - 1).name()).isEqualTo(gate);
        assertThat(gates.get(gates.size() - 1).verdict()).isEqualTo(Verdict.REFUSED);
        return this;
    }

    /** Refused for a reason, or for one of the group of that name; the gates are not looked at. */
    public AnswerAssert wasRefused(String reason) {
        assertThat(actual.decision().refusal())
                .as(descriptionText())
                .matches(refusal -> DenialReason.covers(reason, refusal), "is " + reason + ", or one of that group");
        return this;
    }

    public Answer answer() {
        return actual;
    }
}
