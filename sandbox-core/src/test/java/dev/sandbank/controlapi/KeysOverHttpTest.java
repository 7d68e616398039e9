package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as tests in other languages rotate them. */
class KeysOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                         | true  | false | the old ones stay published
            {}                         | true  | false | the old ones stay published
            {"how": "with-overlap"}    | true  | false | the old ones stay published
            {"how": "without-overlap"} | false | false | the old ones are withdrawn
            {"how": "same-key-id"}     | false | true  | the new ones have their names
            """)
    void areNewAndTheOldOnesStayOrGo(String content, boolean stay, boolean sameNames, String told) {
        List<String> before = published("kid");
        List<String> numbers = published("n");

        if (content.isEmpty()) {
            control(bank, "POST", "/keys/rotate").send().hasStatus(204);
        } else {
            control(bank, "POST", "/keys/rotate").json(content).send().hasStatus(204);
        }

        assertThat(published("n").containsAll(numbers)).isEqualTo(stay);
        assertThat(published("n")).isNotEqualTo(numbers);
        assertThat(published("kid").containsAll(before)).isEqualTo(stay || sameNames);
        assertThat(bank.journal().changes().get(0).what())
                .startsWith("new signing keys are in use")
                .contains(told);
    }

    @Test
    void areRotatedInAWayThatThereIs() {
        control(bank, "POST", "/keys/rotate")
                .json("{\"how\": \"with-overlaps\"}")
                .send()
                .isProblem(400, "there is no way to rotate keys that is called \"with-overlaps\"");
        control(bank, "POST", "/keys/rotate").json("{\"how\": true}").send().isProblem(400, "how is not a string");
        assertThat(bank.journal().changes()).isEmpty();
    }

    private List<String> published(String member) {
        return HttpCall.get(bank, "/oidc/jwks").send().each("/keys", member).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
