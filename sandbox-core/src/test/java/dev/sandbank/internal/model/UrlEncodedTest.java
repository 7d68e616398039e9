package dev.sandbank.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandbank.internal.text.UrlEncoded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedTest {

    @Test
    void keepsRepeatsAndEmptyValuesInTheirOrder() {
        assertThat(UrlEncoded.parse("b=2&a=1&b=&c&=x&&b=2=2").asMap())
                .isEqualTo(Map.of("b", List.of("2", "", "2=2"), "a", List.of("1"), "c", List.of(""), "", List.of("x")));
    }

    @Test
    void decodesNamesAndValues() {
        assertThat(UrlEncoded.parse("caf%C3%A9+1=a%2Bb+%f0%9f%8f%a6").first("café 1"))
                .contains("a+b \uD83C\uDFE6");
    }

    @Test
    void hasNothingFromNothing() {
        assertThat(UrlEncoded.parse("").names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%", "a=%4", "a=%zz", "%4=a", "a=%+1", "a=%-1", "a=%C3", "a=%ff", "a=%C0%80", "a=%ED%A0%80"})
    void refusesWhatIsGarbled(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> UrlEncoded.parse(text));
    }
}
