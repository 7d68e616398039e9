package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test in another language does to clients; no reply ever has a secret in it. */
class ClientsOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void mayBeGrantedOtherScopes() {
        control(bank, "PUT", "/clients/ledger-reader/scopes")
                .json("{\"scopes\": [\"data/read\", \"banking/read\"]}")
                .send()
                .hasStatus(200)
                .hasBody(
                        "{\"client\": \"ledger-reader\", \"scopes\": [\"banking/read\", \"data/read\"], \"disabled\": false}");

        assertThat(bank.client("ledger-reader").scopes()).containsExactly("banking/read", "data/read");
    }

    @Test
    void haveAnotherSecret() {
        control(bank, "PUT", "/clients/ledger-reader/secret")
                .json("{\"secret\": \"other-secret\"}")
                .send()
                .hasStatus(200);

        assertThat(tokenStatus("ledger-reader:ledger-reader-7Qm2xV")).isEqualTo(401);
        assertThat(tokenStatus("ledger-reader:other-secret")).isEqualTo(200);
    }

    @Test
    void areDisabledAndEnabled() {
        control(bank, "POST", "/clients/ledger-reader/disable")
                .send()
                .hasBody("{\"client\": \"ledger-reader\", \"scopes\": [\"banking/read\"], \"disabled\": true}");
        assertThat(tokenStatus("ledger-reader:ledger-reader-7Qm2xV")).isEqualTo(401);

        control(bank, "POST", "/clients/ledger-reader/enable").send().hasStatus(200);

        assertThat(tokenStatus("ledger-reader:ledger-reader-7Qm2xV")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /clients/ledger-raeder/disable | {}                             | 404 | did you mean "ledger-reader"?
            PUT  | /clients/ledger-reader/scopes  | {"scopes": ["banking/raed"]}   | 404 | did you mean "banking/read"?
            PUT  | /clients/ledger-reader/scopes  | {"scopes": "banking/read"}     | 400 | scopes is not a list of strings
            PUT  | /clients/ledger-reader/scopes  | {"scopes": [1]}                | 400 | scopes is not a list of strings
            PUT  | /clients/ledger-reader/scopes  | {}                             | 400 | the member scopes is missing
            PUT  | /clients/ledger-reader/secret  | {"secret": "caf\u00e9"}        | 400 | printable ASCII
            PUT  | /clients/ledger-reader/secret  | {"secret": null}               | 400 | secret is not a string
            PUT  | /clients/mobile-app/secret     | {"secret": "s"}                | 409 | client mobile-app has no secret
            """)
    void cannotBecomeWhatTheyCannotBe(String method, String path, String content, int status, String detail) {
        control(bank, method, path).json(content).send().isProblem(status, detail);

        assertThat(bank.journal().changes()).isEmpty();
    }

    private int tokenStatus(String credentials) {
        return HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                .basic(credentials)
                .send()
                .status();
    }
}
