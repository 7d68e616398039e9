package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.tokenRequest;

import dev.sandbank.Sandbank;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Basic credentials are read raw and percent-decoded, split at the first colon, and compared exactly. */
class BasicCredentialsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText("""
                    bank: uphold
                    clients:
                      - {id: my-app, secret: "a:b%41+c ~/=", scopes: []}
                      - {id: plain, secret: secret-secret, scopes: []}
                    """).start();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my-app:a:b%41+c ~/=",
                "my-app:a%3Ab%2541%2Bc+%7E%2F%3D",
                "my%2Dapp:%61%3Ab%2541%2Bc%20%7E%2F%3D",
                "my%2dapp:a%3ab%2541%2bc%20%7e/="
            })
    void areTakenRawOrPercentEncoded(String credentials) {
        assertThat(tokenRequest(bank, "grant_type", "client_credentials").basic(credentials))
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my-app:a:bA+c ~/=",
                "my-app:a",
                "my-app:",
                "my-app",
                ":a:b%41+c ~/=",
                "MY-APP:a:b%41+c ~/=",
                "my-app:A:b%41+c é/=",
                "my-app:a:b%41+c ~/= ",
                " my-app:a:b%41+c ~/=",
                "my%252Dapp:a:b%41+c ~/=",
                "plain:secret-secret%",
                "plain:secret-secret%00",
                "plain:secret-secret\u0000",
                "plain:secret-secret\n",
                "%FF:secret-secret"
            })
    void areRefusedWhereTheyDiffer(String credentials) {
        assertThat(tokenRequest(bank, "grant_type", "client_credentials").basic(credentials))
                .hasStatus(401)
                .has("/error", "invalid_client");
    }

    @Test
    void areUtf8() {
        byte[] latin1 = "plain:secret-s\u00e9cret".getBytes(StandardCharsets.ISO_8859_1);
        String field = "Basic " + Base64.getEncoder().encodeToString(latin1);

        assertThat(tokenRequest(bank, "grant_type", "client_credentials").header("Authorization", field))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "BASIC", "bAsIc", "Basic "})
    void mayNameTheirSchemeInAnyCase(String scheme) {
        String encoded = Base64.getEncoder().encodeToString("plain:secret-secret".getBytes(StandardCharsets.UTF_8));

        assertThat(tokenRequest(bank, "grant_type", "client_credentials")
                        .header("Authorization", scheme + " " + encoded))
                .hasStatus(200);
    }

    @Test
    void areSentInOneField() {
        assertThat(tokenRequest(bank, "grant_type", "client_credentials")
                        .basic("plain:secret-secret")
                        .basic("plain:secret-secret"))
                .hasStatus(401);
    }
}
