package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.dialect.Dialect.Impersonation;
import dev.sandbank.internal.text.TextPattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpersonationHeaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ^(?<kind>user|client)\\s(?<id>[a-z]+)$ ;; ada  ; user ada
            ^(?<kind>)(?<id>[a-z]+)$               ;; ada  ; ada
            ^<<(?<id>[a-z]+)>>$ ; <<{id}>>; ada ; <<ada>>
            ^(?<kind>user):(?<id>[a-z]+)$          ;; ada  ; user:ada
            ^(?<kind>user|client)\\s(?<id>[a-z]+)$ ; ; 1234 ; user 1234
            """)
    void namesAUserAsTheGrammarWantsItWherePossible(String grammar, @Nullable String form, String user, String value) {
        Impersonation rule = new Impersonation("X-For", null, grammar, form, "act");

        assertThat(ImpersonationHeader.value(rule, TextPattern.of(grammar), user))
                .isEqualTo(value);
    }
}
