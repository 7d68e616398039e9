package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Access tokens that are JWTs tell what RFC 9068 wants, and are refused like any other once they are no good. */
class JwtAccessTokenTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00.250Z");

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void tellWhatRfc9068Wants() throws ParseException, JOSEException {
        bank.clock().freezeAt(NOON);
        Answer tokens = CodeFlow.of(bank, App.JWT).signIn(Person.ADA);
        Jwt token = Jwt.of(tokens.text("/access_token"));

        assertThat(token.header().path("typ").asText()).isEqualTo("at+jwt");
        assertThat(token.header().path("alg").asText()).isEqualTo("RS256");
        assertThat(token.claims().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "client_id", "iat", "exp", "jti", "scope", "auth_time", "amr");
        assertThat(token.text("iss")).isEqualTo(bank.issuer().toString());
        assertThat(token.text("sub")).isEqualTo("ada");
        assertThat(token.text("client_id")).isEqualTo("jwt");
        assertThat(token.text("scope")).isEqualTo("banking/read offline_access openid");
        assertThat(token.text("aud")).isEqualTo(bank.baseUrl() + "/banking");
        assertThat(token.claims().path("iat").asLong()).isEqualTo(NOON.getEpochSecond());
        assertThat(token.claims().path("exp").asLong()
                        - token.claims().path("iat").asLong())
                .isEqualTo(tokens.at("/expires_in").asLong());
        assertThat(verified(tokens.text("/access_token"))).isTrue();
    }

    @Test
    void tellOfTheClientWhereNobodySignedIn() {
        Answer answer = HttpCall.clientCredentials(bank, App.JWT.pair()).send();
        Jwt token = Jwt.of(answer.text("/access_token"));

        assertThat(token.text("sub")).isEqualTo("jwt");
        assertThat(token.claims().has("auth_time")).isFalse();
        assertThat(OpenIdCalls.accounts(bank, answer.text("/access_token"))).hasStatus(200);
    }

    @Test
    void haveTheTypeThatTheFixtureWants() {
        try (Sandbank plain = Sandbank.builder().fixtureText("""
                        extends: apiture
                        settings: {jwtType: JWT}
                        clients: [{id: j, secret: s, accessTokenFormat: jwt, scopes: [banking/read],
                                   grants: [client_credentials]}]""").start()) {
            HttpCall call = HttpCall.tokenRequest(plain, "grant_type", "client_credentials")
                    .basic("j:s");

            assertThat(Jwt.of(call.send().text("/access_token"))
                            .header()
                            .path("typ")
                            .asText())
                    .isEqualTo("JWT");
        }
    }

    @Test
    void haveNoTypeIfTheFixtureWantsNone() {
        try (Sandbank plain = Sandbank.builder().fixtureText("""
                        extends: apiture
                        settings: {jwtType: ""}
                        clients: [{id: j, secret: s, accessTokenFormat: jwt, scopes: [banking/read]}]""").start()) {
            String token = plain.tokens().forClient("j");

            assertThat(Jwt.of(token).header().has("typ")).isFalse();
            assertThat(OpenIdCalls.accounts(plain, token)).hasStatus(200);
            assertThat(Jwt.of(plain.tokens().bad(TokenFlaw.UNSIGNED, "j").token())
                            .header()
                            .has("typ"))
                    .isFalse();
        }
    }

    @Test
    void tellAClientOfAnyPrintableCharacters() {
        String id = "my app: 1/2?%+&=\"'<é>".replace("é", "e");
        String world = """
                extends: apiture
                clients: [{id: '%s', secret: "s: %%+", accessTokenFormat: jwt, scopes: [banking/read], audience: api1}]
                """.formatted(id.replace("'", "''"));
        try (Sandbank bank = Sandbank.builder().fixtureText(world).start()) {
            String pair = URLEncoder.encode(id, StandardCharsets.UTF_8) + ":"
                    + URLEncoder.encode("s: %+", StandardCharsets.UTF_8);
            Answer answer = HttpCall.tokenRequest(bank, "grant_type", "client_credentials", "audience", "api1")
                    .basic(pair)
                    .send();

            assertThat(Jwt.of(answer.text("/access_token")).text("client_id")).isEqualTo(id);
            assertThat(answer.decision().client()).isEqualTo(id);
            assertThat(answer.decision().gates().get(0).saw()).isEqualTo("one form, each parameter once");
            assertThat(HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                            .basic(URLEncoder.encode(id, StandardCharsets.UTF_8) + ":wrong"))
                    .hasStatus(401);
            try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
                assertThat(Jwt.of(copy.tokens().forClient(id)).text("sub")).isEqualTo(id);
            }
        }
    }

    @Test
    void differEachTime() {
        bank.clock().freezeAt(NOON);

        assertThat(token()).isNotEqualTo(token());
    }

    @Test
    void areRefusedOnceRevokedExpiredOrAltered() {
        bank.clock().freezeAt(NOON);
        String revoked = token();
        String late = token();
        OpenIdCalls.revoke(bank, App.JWT, revoked).send();

        assertThat(OpenIdCalls.accounts(bank, revoked)).hasStatus(401);
        assertThat(OpenIdCalls.accounts(bank, late + "x")).hasStatus(401);
        assertThat(OpenIdCalls.accounts(bank, late.substring(0, late.lastIndexOf('.') + 1)))
                .hasStatus(401);
        assertThat(OpenIdCalls.accounts(bank, late)).hasStatus(200);
        bank.clock().advance(Duration.ofMinutes(15));
        assertThat(OpenIdCalls.accounts(bank, late)).hasStatus(401);
    }

    @Test
    void areNoGoodAtAnotherSandbox() {
        String token = token();

        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            assertThat(OpenIdCalls.accounts(twin, token)).hasStatus(401);
        }
    }

    private String token() {
        return HttpCall.clientCredentials(bank, App.JWT.pair()).send().text("/access_token");
    }

    private boolean verified(String token) throws ParseException, JOSEException {
        JWSObject object = JWSObject.parse(token);
        JWK key = JWKSet.parse(OpenIdCalls.jwks(bank).send().body())
                .getKeyByKeyId(object.getHeader().getKeyID());
        return object.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}
