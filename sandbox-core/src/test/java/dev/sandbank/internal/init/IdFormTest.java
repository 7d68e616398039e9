package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                                    | integer",
                "\"7\"                                  | [1-9][0-9]{7}",
                "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10 | uuid",
                "acc_4f81c0d2                         | acc_[0-9a-z]{8}",
                "PM-00017X                            | PM-[0-9A-Z]{6}",
                "what ever                            | uuid"
            })
    void isLikeTheIdThatIsKnown(String id, String style) {
        assertThat(IdForm.of(Yaml.of(id), List.of(), any -> true).style()).isEqualTo(style);
    }

    @Test
    void isAnotherIfTheBankWouldNotTakeSuchIds() {
        assertThat(IdForm.of(Yaml.of("abc"), List.of(), id -> id.asText().length() == 36)
                        .style())
                .isEqualTo("uuid");
    }

    @Test
    void isThePatternOfTheDescriptionIfNoOtherGuessFits() {
        String pattern = "^TX[0-9A-F]{6}$";

        assertThat(IdForm.of(
                                Yaml.of("TXaaaaaa"),
                                List.of("^(a|b)+$", pattern),
                                id -> id.asText().matches(pattern))
                        .style())
                .isEqualTo("TX[0-9A-F]{6}");
    }

    @Test
    void isTheFirstBeginningThatAPatternAllows() {
        assertThat(IdForm.of(
                                Yaml.of("ab c"),
                                List.of("^(SM|MM)[0-9a-fA-F]{4}$"),
                                id -> id.asText().startsWith("SM"))
                        .style())
                .isEqualTo("SM[0-9a-fA-F]{4}");
    }

    @Test
    void makesTheSameIdForTheSameNumber() {
        IdForm form = new IdForm("acc_[0-9a-z]{8}");

        assertThat(form.make(1)).isEqualTo(form.make(1)).isNotEqualTo(form.make(2));
        assertThat(form.make(1).asText()).matches("acc_[0-9a-z]{8}");
        assertThat(new IdForm("integer").make(3).isIntegralNumber()).isTrue();
    }
}
