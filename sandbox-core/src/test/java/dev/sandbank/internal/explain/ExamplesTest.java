package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.input.ReadInput;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.testing.Answer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', textBlock = """
            {"type": "integer", "default": 7}         ;   ; 7
            {"type": "string", "examples": ["x-1"]}   ;   ; x-1
            {"const": "booked"}                       ;   ; booked
            {"enum": ["booked", "pending"]}           ;   ; booked
            {"type": "array", "default": ["a", "b"]}  ; PIPE_DELIMITED ; a|b
            {"type": "array", "default": ["a", "b"]}  ;   ; a
            {"type": "string"}                        ;   ; example
            {"type": "string", "format": "uuid"}      ;   ; 99391c7e-ad88-49ec-a2ad-99ddcb1f7721
            {"type": "string", "format": "date"}      ;   ; 2031-03-03
            {"type": "integer", "minimum": 1}         ;   ; 1
            {"type": "string", "pattern": "^[A-Z]{3}$"} ; ; EUR
            {"type": "string", "pattern": "^#[0-9]$"} ;   ;
            """)
    void areWhatASchemaTellsOrAccepts(String schema, Parameter.@Nullable Style style, @Nullable String value) {
        Parameter parameter = new Parameter("p", "query", true, false, style, null, Answer.parse(schema));

        assertThat(new Examples(Components.NONE, new ReadInput(Components.NONE, Set.of())::accepts)
                        .of(parameter)
                        .orElse(null))
                .isEqualTo(value);
    }
}
