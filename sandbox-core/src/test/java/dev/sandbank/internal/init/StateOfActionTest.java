package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateOfActionTest {

    private static Map<String, JsonNode> members(String properties, String action) {
        return new StateOfAction(Yaml.SAMPLES, Yaml.of("{properties: " + properties + "}"), action).members();
    }

    private static String state(String states, String action) {
        Map<String, JsonNode> members = members("{status: {type: string, enum: " + states + "}}", action);
        return members.isEmpty() ? "" : members.get("status").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cancel          | [open, CANCELLED]                        | CANCELLED",
                "cancels         | [open, canceled]                         | canceled",
                "captures        | [Authorised, PartiallyCaptured, Captured] | Captured",
                "reversals       | [booked, reversed]                       | reversed",
                "deny            | [open, denied]                           | denied",
                "authorize       | [new, authorised]                        | authorised",
                "approve         | [pending_approval, approved]             | approved",
                "activate        | [Active, Inactive, PreActive]            | Active",
                "deactivate      | [active, inactive]                       | inactive",
                "unfreeze        | [frozen, active]                         | active",
                "request_closure | [active, pending_closure, closed]        | pending_closure",
                "cancel          | [RCVD, CANC]                             | CANC"
            })
    void isTheStateWithTheWordOfTheAction(String action, String states, String state) {
        assertThat(state(states, action)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"notify", "go", "calculate"})
    void isNoneIfNoStateHasIt(String action) {
        assertThat(state("[open, gone]", action)).isEmpty();
    }

    @Test
    void isOneThatOnlyProseNames() {
        String prose = "{state: {type: string, description: 'Is `open` at first, and `withdrawn` in the end'}}";

        assertThat(members(prose, "withdraw")).containsEntry("state", Yaml.of("withdrawn"));
        assertThat(members(prose, "cancel")).isEmpty();
    }

    @Test
    void isTheUsualWordWhereAnyTextWillDo() {
        assertThat(members("{payment_status: {type: string}}", "captures"))
                .containsEntry("payment_status", Yaml.of("captured"));
        assertThat(members("{status: {type: string}}", "estimate")).isEmpty();
        assertThat(members("{status: {type: string, pattern: '^[A-Z]$'}}", "cancel"))
                .isEmpty();
    }

    @Test
    void isAMemberOfItsOwn() {
        assertThat(members("{enabled: {type: boolean}, default: {type: boolean}}", "disable"))
                .containsExactly(Map.entry("enabled", Yaml.of("false")));
        assertThat(members("{verified: {type: boolean}}", "verify")).containsEntry("verified", Yaml.of("true"));
        assertThat(members("{active: {type: boolean}}", "deactivate")).containsEntry("active", Yaml.of("false"));
    }

    @Test
    void isTheTimeOfIt() {
        assertThat(members(
                        "{acceptedAt: {type: string, format: date-time}, createdAt: {type: string, format: date-time}}",
                        "accept"))
                .containsExactly(Map.entry("acceptedAt", Yaml.of("'${now}'")));
    }
}
