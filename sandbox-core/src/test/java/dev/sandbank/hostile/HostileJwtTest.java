package dev.sandbank.hostile;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that look like tokens with three parts are refused wherever one is taken, whatever is in the parts. */
class HostileJwtTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String CLAIMS = "{\"iss\":\"signer\",\"sub\":\"signer\",\"exp\":1e400}";

    @AutoClose
    private static final Sandbank BANK = start();

    private static Sandbank start() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
            return Sandbank.builder()
                    .fixtureText("""
                            extends: apiture
                            clients:
                              - {id: signer, authMethods: [private_key_jwt], grants: [client_credentials],
                                 scopes: [banking/read], jwks: %s}""".formatted(new JWKSet(key.toPublicJWK())))
                    .start();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> tokens() {
        List<String> headers = List.of(
                "null",
                "[]",
                "5",
                "",
                "{",
                "{}",
                "{\"alg\":null}",
                "{\"alg\":5}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"x\"}",
                "{\"alg\":\"ES256\",\"kid\":5}",
                "{\"alg\":\"ES256\",\"kid\":\"one\"}",
                "{\"alg\":\"ES512\",\"kid\":\"one\"}",
                "{\"alg\":\"RS256\",\"kid\":\"one\"}",
                "{\"alg\":\"HS256\",\"kid\":\"one\"}",
                "{\"alg\":\"ES256\",\"x\":1e999999999}",
                "{\"alg\":\"ES256\",\"x\":" + "9".repeat(2_000) + "}",
                "{\"alg\":\"ES256\",\"x\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                "{\"alg\":\"ES256\",\"crit\":[\"x\"]}",
                "{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"ES256\",\"jwk\":{}}",
                "{\"alg\":\"ES256\",\"x5c\":[\"!\"]}");
        return headers.stream()
                .map(header -> Base64URL.encode(header) + "." + Base64URL.encode(CLAIMS) + ".")
                .flatMap(begin -> Stream.of(begin + "!", begin + "A".repeat(86)));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void areNoAssertionOfAClient(String token) {
        HttpCall call = HttpCall.tokenRequest(BANK, "grant_type", "client_credentials");

        assertThat(call.form("client_assertion_type", TYPE, "client_assertion", token))
                .hasStatus(401)
                .has("/error", "invalid_client");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void areNoHintAtAUser(String token) {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE).with("id_token_hint", token);

        assertThat(flow.start(new Browser(BANK)).told("error")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void areNoReasonToSignAnybodyOut(String token) {
        Page page = new Browser(BANK).post("/oidc/logout", "id_token_hint", token);

        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This request to sign out is not valid");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void areNoAccessToken(String token) {
        assertThat(HttpCall.get(BANK, "/oidc/userinfo").bearer(token)).hasStatus(401);
        assertThat(HttpCall.get(BANK, "/banking/accounts").bearer(token)).hasStatus(401);
    }
}
