package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateOfActionTest {

    @ParameterizedTest
    @CsvSource({"cancel, CANCELLED", "archive, archived", "deny, denied"})
    void isTheStateWithTheWordOfTheAction(String action, String state) {
        assertThat(StateOfAction.of(
                        Yaml.SAMPLES,
                        Yaml.of("{properties: {status: {enum: [open, CANCELLED, archived, denied]}}}"),
                        action))
                .hasValueSatisfying(found -> assertThat(found.value().asText()).isEqualTo(state));
    }

    @ParameterizedTest
    @CsvSource({"notify", "go"})
    void isNoneIfNoStateHasIt(String action) {
        assertThat(StateOfAction.of(Yaml.SAMPLES, Yaml.of("{properties: {status: {enum: [open, gone]}}}"), action))
                .isEmpty();
    }
}
