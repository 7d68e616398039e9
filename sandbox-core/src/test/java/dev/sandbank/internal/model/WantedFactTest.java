package dev.sandbank.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandbank.internal.model.operation.Condition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken rule says what its fact must be. */
class WantedFactTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {"is": "open"}              ; be open
            {"isNot": ""}               ; not be empty
            {"oneOf": ["a", "b"]}       ; be a or b
            {"from": 1, "to": 5.5}      ; be at least 1 and be at most 5.5
            {"moreThan": 0}             ; be more than 0
            {"lessThan": "${today}"}    ; be less than today
            {"contains": "view"}        ; contain view
            {"within": "[1,9]"}         ; be within [1,9]
            {"present": true}           ; be present
            {"present": false}          ; be absent
            {"every": [{"fact": "x"}]}  ; ''
            """)
    void isToldWithoutFillingTemplates(String condition, String wanted) throws JsonProcessingException {
        Condition read = Condition.of(new ObjectMapper().readTree(condition));

        assertThat(read.wanted()).isEqualTo(wanted);
    }
}
