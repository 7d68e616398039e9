package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.dialect.Dialect.ActingFor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActingHeaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ^(?<kind>user|client)\\s(?<id>[a-z]+)$ ; ada  ; user ada
            ^(?<kind>)(?<id>[a-z]+)$               ; ada  ; ada
            ^(?<kind>user):(?<id>[a-z]+)$          ; ada  ; user:ada
            ^(?<kind>user|client)\\s(?<id>[a-z]+)$ ; 1234 ; user 1234
            """)
    void namesAUserAsTheGrammarWantsItWherePossible(String grammar, String user, String value) {
        assertThat(ActingHeader.value(new ActingFor("X-For", grammar, "act"), user))
                .isEqualTo(value);
    }
}
