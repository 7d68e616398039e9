package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients do wrong, as tests in other languages ask for it. */
class FindingsOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    private void authorize(String test, String query) {
        HttpCall.get(bank, "/oidc/authorize?response_type=code&client_id=web-portal" + query)
                .header("Sandbank-Test", test)
                .send();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | missing-pkce missing-nonce
            ?severity=info              | missing-pkce missing-nonce
            ?severity=warning           | missing-pkce
            ?severity=error             | ''
            ?test=nonce                 | missing-nonce
            ?test=nonce&severity=error  | ''
            """)
    void areFoundBySeverityAndTest(String query, String rules) {
        authorize("pkce", "&scope=banking/read&state=s");
        authorize("nonce", "&scope=openid&state=s&code_challenge=abc&code_challenge_method=S256");

        List<String> found = StreamSupport.stream(
                        control(bank, "GET", "/findings" + query)
                                .send()
                                .hasStatus(200)
                                .json()
                                .path("findings")
                                .spliterator(),
                        false)
                .map(finding -> finding.path("rule").asText())
                .toList();

        assertThat(String.join(" ", found)).isEqualTo(rules);
    }

    @Test
    void haveNoOtherSeverity() {
        control(bank, "GET", "/findings?severity=fatal").send().hasStatus(400);
    }
}
