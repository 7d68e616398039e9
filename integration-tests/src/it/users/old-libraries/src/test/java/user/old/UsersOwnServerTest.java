package user.old;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The user's own code goes on with the user's libraries, next to the sandbox. */
class UsersOwnServerTest {

    private static final String SIGNED_TOKENS = """
            bank: apiture
            clients:
              - {id: old-app, secret: "old-secret", scopes: [banking/read], accessTokenFormat: jwt}
            """;

    @Test
    @WithSandbank("apiture")
    void asksTheSandbox(Sandbank sandbox) {
        Bank bank = new Bank(sandbox);
        String token = bank.token("ada-batch", "ada-batch-9vN4gC");
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false)
                .get(
                        "/accounts",
                        ctx -> ctx.json(Map.of(
                                "status",
                                bank.get(sandbox.url("listAccounts"), token).statusCode())))
                .start("127.0.0.1", 0);

        String reply = get("http://127.0.0.1:" + server.port() + "/accounts");
        server.stop();

        assertThat(reply).isEqualTo("{\"status\":200}");
    }

    @Test
    void readsItsTokens() throws IOException, ParseException, JOSEException {
        try (Sandbank sandbox = Sandbank.builder().fixtureText(SIGNED_TOKENS).start()) {
            String token = new Bank(sandbox).token("old-app", "old-secret");

            SignedJWT signed = SignedJWT.parse(token);

            RSAKey key = (RSAKey) keys(sandbox).getKeyByKeyId(signed.getHeader().getKeyID());
            assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
        }
    }

    private static JWKSet keys(Sandbank sandbox) throws IOException, ParseException {
        String discovery = get(sandbox.issuer() + ".well-known/openid-configuration");
        return JWKSet.parse(
                get(new ObjectMapper().readTree(discovery).get("jwks_uri").asText()));
    }

    private static String get(String address) {
        return Bank.send(HttpRequest.newBuilder(URI.create(address))).body();
    }
}
