package dev.sandbank.internal.init.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^acct_[0-9a-z]{8}$",
                "^(GB|DE)[0-9]{2}\\w+$",
                "^[^a-z]+\\.[0-9]{2}$",
                "^(?:a|b)?c{2,}\\d$",
                "^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$",
                "^\\u0041.*$",
                "x"
            })
    void fitsThePattern(String pattern) {
        assertThat(PatternText.of(pattern, 0, 200))
                .hasValueSatisfying(text -> assertThat(text).containsPattern(Pattern.compile(pattern)));
    }

    @Test
    void isAsLongAsItMustBe() {
        assertThat(PatternText.of("^[0-9]*$", 16, 16))
                .hasValueSatisfying(text -> assertThat(text).hasSize(16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?=b)a$", "^[a-", "^(a"})
    void isNoneIfNoneIsFound(String pattern) {
        assertThat(PatternText.of(pattern, 0, 200)).isEmpty();
    }
}
