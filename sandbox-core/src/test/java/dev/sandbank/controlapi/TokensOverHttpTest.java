package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.BankAssertions;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens for tests in other languages: issued, expired and revoked without the token server. */
class TokensOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void sayWhatNoOtherTokenDoes() {
        control(bank, "PATCH", "/resources/clients/ledger-reader")
                .json("{\"/claims/tenant\": \"acme\"}")
                .send()
                .hasStatus(200);
        String token = control(bank, "POST", "/tokens")
                .json("{\"client\": \"ledger-reader\", \"claims\": {\"roles\": [\"admin\"]}}")
                .send()
                .json()
                .path("token")
                .asText();

        assertThat(HttpCall.post(bank, "/oidc/introspect")
                        .basic("ledger-reader:ledger-reader-7Qm2xV")
                        .form("token", token)
                        .send()
                        .body())
                .contains("\"tenant\":\"acme\",\"roles\":[\"admin\"]");
        control(bank, "POST", "/tokens")
                .json("{\"client\": \"ledger-reader\", \"claims\": {\"aud\": \"x\"}}")
                .send()
                .isProblem(400, "found \"aud\", expected another name");
    }

    @Test
    void areIssuedToAClient() {
        ControlAnswer issued = issue("{\"client\": \"ada-batch\"}");

        assertThat(issued.header("cache-control")).contains("no-store");
        BankAssertions.assertThat(get(bank, "/banking/accounts").bearer(token(issued)))
                .hasStatus(200)
                .wasAllowed();
    }

    @Test
    void areIssuedForAUserWithSomeScopes() {
        ControlAnswer issued = issue("{\"client\": \"mobile-app\", \"user\": \"bob\", \"scopes\": [\"banking/read\"]}");

        BankAssertions.assertThat(get(bank, "/banking/accounts").bearer(token(issued)))
                .hasStatus(200);
        assertThat(bank.journal().lastCall().decision().subject()).isEqualTo("user bob");
        BankAssertions.assertThat(HttpCall.post(bank, "/banking/transfers").bearer(token(issued)))
                .wasRefusedAt("scope", "scope-missing");
    }

    @ParameterizedTest
    @CsvSource({"expire, token-expired", "revoke, token-revoked"})
    void areEnded(String how, String reason) {
        String token = token(issue("{\"client\": \"ada-batch\"}"));

        ControlAnswer ended = control(bank, "POST", "/tokens/" + how)
                .json("{\"token\": \"" + token + "\"}")
                .send();

        ended.hasStatus(204);
        BankAssertions.assertThat(get(bank, "/banking/accounts").bearer(token))
                .hasStatus(401)
                .wasRefused(reason);
    }

    @Test
    void areNeverToldInFullAfterwards() {
        String token = token(issue("{\"client\": \"ada-batch\"}"));
        get(bank, "/banking/accounts").bearer(token).send();
        control(bank, "POST", "/tokens/revoke")
                .json("{\"token\": \"" + token + "\"}")
                .send();

        assertThat(control(bank, "GET", "/calls").send().body()).doesNotContain(token);
        assertThat(control(bank, "GET", "/changes").send().body())
                .doesNotContain(token)
                .contains("is revoked");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tokens        | {"client": "ada-bacth"}                              | 404 | did you mean "ada-batch"?
            /tokens        | {"client": "web-portal", "user": "adda"}            | 404 | did you mean "ada"?
            /tokens        | {"client": "ada-batch", "scopes": ["bank/read"]}     | 404 | there is no scope "bank/read"
            /tokens        | {"client": "ledger-reader", "scopes": ["data/read"]} | 409 | but the token needs data/read
            /tokens        | {"client": "retired-app"}                            | 409 | client retired-app is disabled
            /tokens        | {"client": "dora-batch"}                             | 409 | user dora is disabled
            /tokens        | {"user": "ada"}                                      | 400 | the member client is missing
            /tokens        | {"client": "ada-batch", "scope": "banking/read"}     | 400 | did you mean "scopes"?
            /tokens/revoke | {"token": "never-issued"}                            | 404 | did not issue that token
            /tokens/expire | {"token": 7}                                         | 400 | token is not a string
            /tokens/revok  | {"token": "x"}                                       | 404 | did you mean "/tokens/revoke"?
            """)
    void areNotThereForTheAsking(String path, String content, int status, String detail) {
        control(bank, "POST", path).json(content).send().isProblem(status, detail);
    }

    private ControlAnswer issue(String content) {
        return control(bank, "POST", "/tokens").json(content).send().hasStatus(200);
    }

    private static String token(ControlAnswer issued) {
        return issued.text("/token");
    }
}
