package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys are never accepted: nothing but a bearer token in its own header authenticates a call. */
class ApiKeyTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-API-Key",
                "X-Api-Key",
                "Api-Key",
                "ApiKey",
                "API-Key",
                "X-Uphold-Api-Key",
                "X-Auth-Token",
                "X-Access-Token",
                "Uphold-Api-Key",
                "Cookie",
                "Proxy-Authorization",
                "X-Authorization"
            })
    void isAuthenticatedByNoOtherHeader(String header) {
        String token = bank.tokens().forClient("payouts");

        for (String key : List.of(token, "Bearer " + token, "access_token=" + token, "s3cr.et_~1")) {
            unauthenticated(get(bank, "/core/accounts").header(header, key).onBehalfOf(ADA));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key", "apiKey", "apikey", "key", "token", "access_token", "client_secret"})
    void isAuthenticatedByNoParameter(String parameter) {
        String token = bank.tokens().forClient("payouts");

        unauthenticated(get(bank, "/core/accounts?" + parameter + "=" + token).onBehalfOf(ADA));
        unauthenticated(post(bank, "/core/accounts").form(parameter, token).onBehalfOf(ADA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApiKey ", "Api-Key ", "Token ", "Key ", "Basic ", "", "Digest "})
    void isAuthenticatedByNoOtherScheme(String scheme) {
        String token = bank.tokens().forClient("payouts");

        unauthenticated(get(bank, "/core/accounts")
                .header("Authorization", scheme + token)
                .onBehalfOf(ADA));
    }

    @Test
    void isNotAuthenticatedByTheClientsSecret() {
        unauthenticated(get(bank, "/core/accounts").basic("payouts:s3cr.et_~1").onBehalfOf(ADA));
        unauthenticated(get(bank, "/core/accounts").bearer("s3cr.et_~1").onBehalfOf(ADA));
    }

    private static void unauthenticated(HttpCall call) {
        assertThat(call).hasStatus(401).has("/code", "token_invalid");
    }
}
