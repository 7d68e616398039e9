package dev.sandbank.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.GateName;
import org.junit.jupiter.api.Test;

/** Gates are asked in order, and the first refusal is the answer. */
class GatesTest {

    private static final Refusal UNKNOWN = new Refusal.RouteUnknown();

    private final Gates<String> open =
            Gates.<String>none().then(GateName.TOKEN, adding("a")).then("second", adding("b"));

    @Test
    void passOnWhatEachOfThemFinds() {
        PipelineResult<String> result = open.admit("");

        assertThat(result.verdict()).isEqualTo(Verdict.pass("ab", "saw b"));
        assertThat(result.reached()).isEqualTo("ab");
        assertThat(result.steps()).containsExactly(passed("token", "saw a"), passed("second", "saw b"));
    }

    @Test
    void areNotAskedAfterARefusal() {
        PipelineResult<String> result = open.then("third", call -> Verdict.refuse(UNKNOWN))
                .then("fourth", adding("d"))
                .admit("");

        assertThat(result.verdict()).isEqualTo(Verdict.refuse(UNKNOWN));
        assertThat(result.reached()).isEqualTo("ab");
        assertThat(result.steps())
                .containsExactly(
                        passed("token", "saw a"),
                        passed("second", "saw b"),
                        new Decision.Gate("third", Decision.Verdict.REFUSED, UNKNOWN.detail()));
    }

    @Test
    void areNotAskedOnceACallIsSettled() {
        PipelineResult<String> result = open.until(call -> call.equals("a")).admit("");

        assertThat(result.verdict().passed()).isTrue();
        assertThat(result.steps()).containsExactly(passed("token", "saw a"));
    }

    @Test
    void passEveryCallIfThereAreNone() {
        PipelineResult<String> result = Gates.<String>none().admit("x");

        assertThat(result.verdict()).isEqualTo(Verdict.pass("x", ""));
        assertThat(result.steps()).isEmpty();
    }

    @Test
    void goOnWithFurtherOnesThatDependOnWhatWasFound() {
        PipelineResult<String> result =
                open.admit("").then(found -> Gates.<String>none().then("of " + found, adding("c")));

        assertThat(result.verdict()).isEqualTo(Verdict.pass("abc", "saw c"));
        assertThat(result.reached()).isEqualTo("abc");
        assertThat(result.steps())
                .containsExactly(passed("token", "saw a"), passed("second", "saw b"), passed("of ab", "saw c"));
    }

    @Test
    void doNotGoOnAfterARefusal() {
        PipelineResult<String> refused = Gates.<String>none()
                .then("only", call -> Verdict.refuse(UNKNOWN))
                .admit("");

        assertThat(refused.then(found -> open)).isSameAs(refused);
        assertThat(refused.verdict().then(adding("a"))).isEqualTo(Verdict.refuse(UNKNOWN));
        assertThat(refused.verdict().saw()).isEqualTo(UNKNOWN.detail());
        assertThat(refused.verdict().passed()).isFalse();
    }

    private static Gate<String> adding(String finding) {
        return call -> Verdict.pass(call + finding, "saw " + finding);
    }

    private static Decision.Gate passed(String name, String saw) {
        return new Decision.Gate(name, Decision.Verdict.PASSED, saw);
    }
}
