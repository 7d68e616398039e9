package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every call of the example bank shares: its request id, its token, and the metadata. */
class MusterbankTokensTest {

    @AutoClose
    private final Musterbank bank = Musterbank.start();

    @Test
    void echoesTheRequestIdOnEveryReply() {
        String id = UUID.randomUUID().toString();

        Answer answer = HttpCall.get(bank.sandbank(), "/v1/nowhere")
                .bearer(bank.token("anna", "ais"))
                .header("X-Request-ID", id)
                .send();

        assertThat(answer).hasStatus(404).has("/tppMessages/0/code", "FORMAT_ERROR");
        assertThat(answer.header("X-Request-ID")).contains(id);
    }

    @Test
    void asksForARequestId() {
        assertThat(HttpCall.get(bank.sandbank(), "/v1/accounts")
                        .bearer(bank.token("anna", "ais"))
                        .header("Consent-ID", "consent-anna"))
                .hasStatus(400)
                .has("/tppMessages/0/code", "FORMAT_ERROR")
                .wasRefusedAt("input", "input-invalid");
    }

    @Test
    void signsItsTokensAndSaysInThemWhatItsDialectSays() {
        Answer issued = HttpCall.clientCredentials(
                        bank.sandbank(), new BuiltIn.Pair("budget-app", "budget-secret"), "scope", "ais")
                .send();

        Jwt token = Jwt.of(issued.text("/access_token"));
        assertThat(token.header().path("alg").asText()).isEqualTo("ES256");
        assertThat(token.claims().path("bank").asText()).isEqualTo("musterbank");
        assertThat(token.claims().has("psu")).isFalse();
        assertThat(Jwt.of(bank.token("anna", "ais")).claims().path("psu").asText())
                .isEqualTo("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"userinfo_endpoint", "userinfo_signing_alg_values_supported", "end_session_endpoint"})
    void publishesNoMetadataOfWhatItDoesNotHave(String member) {
        Answer metadata = HttpCall.get(bank.sandbank(), "/.well-known/oauth-authorization-server/oauth2")
                .send();

        assertThat(metadata.json().has(member)).isFalse();
        assertThat(metadata).has("/service_documentation", "https://musterbank.example/developers");
    }
}
