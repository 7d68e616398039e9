package dev.sandbank.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.EdwardsKey;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An ID token says who signed in, when, for whom and for which access token, signed as the client registered. */
class IdTokenTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00.750Z");

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    static Stream<Arguments> algorithms() {
        return Stream.of(
                Arguments.of(App.MOBILE, "RS256", "SHA-256"),
                Arguments.of(App.ELLIPTIC, "ES256", "SHA-256"),
                Arguments.of(App.EDWARDS, "EdDSA", "SHA-512"));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void isSignedAsTheClientRegisteredByAPublishedKey(App app, String algorithm, String hash)
            throws ParseException, JOSEException, NoSuchAlgorithmException {
        Answer tokens = CodeFlow.of(bank, app).signIn(Person.ADA);

        Jwt token = Jwt.idToken(tokens);
        JWK key = published(token.header().path("kid").asText());
        byte[] digest = MessageDigest.getInstance(hash)
                .digest(tokens.text("/access_token").getBytes(StandardCharsets.US_ASCII));
        String half = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));

        assertThat(token.header().path("alg").asText()).isEqualTo(algorithm);
        assertThat(key.getAlgorithm().getName()).isEqualTo(algorithm);
        assertThat(verified(tokens.text("/id_token"), key)).isTrue();
        assertThat(token.text("at_hash")).isEqualTo(half);
    }

    @Test
    void saysWhoSignedInWhenAndForWhom() {
        bank.clock().freezeAt(NOON);
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);

        Jwt token = Jwt.idToken(flow.signIn(Person.ADA));

        assertThat(token.claims().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "azp", "iat", "exp", "auth_time", "sid", "amr", "nonce", "at_hash");
        assertThat(token.text("iss")).isEqualTo(bank.issuer().toString());
        assertThat(token.text("sub")).isEqualTo("ada");
        assertThat(token.text("aud")).isEqualTo("mobile-app");
        assertThat(token.text("azp")).isEqualTo("mobile-app");
        assertThat(token.text("nonce")).isEqualTo(flow.nonce());
        for (String time : List.of("iat", "exp", "auth_time")) {
            assertThat(token.claims().path(time).isIntegralNumber()).as(time).isTrue();
        }
        assertThat(token.claims().path("iat").asLong()).isEqualTo(NOON.getEpochSecond());
        assertThat(token.claims().path("auth_time").asLong()).isEqualTo(NOON.getEpochSecond());
        assertThat(token.claims().path("exp").asLong())
                .isEqualTo(NOON.plus(Duration.ofMinutes(15)).getEpochSecond());
    }

    @Test
    void keepsWhatTheScopesCoverForUserinfo() {
        Jwt token = Jwt.idToken(CodeFlow.of(bank, App.PORTAL.asking("openid profile email phone address"))
                .signIn(Person.ADA));

        assertThat(token.claims().fieldNames())
                .toIterable()
                .doesNotContain("email", "name", "phone_number", "address", "updated_at");
    }

    @Test
    void repeatsANonceOfAnyLength() {
        String nonce = "n".repeat(5000);

        Answer tokens = CodeFlow.of(bank, App.MOBILE).with("nonce", nonce).signIn(Person.ADA);

        assertThat(Jwt.idToken(tokens).text("nonce")).isEqualTo(nonce);
    }

    @Test
    void isNoBearerToken() {
        String token = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA).text("/id_token");

        assertThat(OpenIdCalls.userinfo(bank, token).send().status()).isEqualTo(401);
        assertThat(OpenIdCalls.accounts(bank, token).send().status()).isEqualTo(401);
    }

    private JWK published(String keyId) throws ParseException {
        return JWKSet.parse(OpenIdCalls.jwks(bank).send().body()).getKeyByKeyId(keyId);
    }

    private static boolean verified(String text, JWK key) throws ParseException, JOSEException {
        JWSObject object = JWSObject.parse(text);
        return switch (key.getKeyType().getValue()) {
            case "RSA" -> object.verify(new RSASSAVerifier(key.toRSAKey()));
            case "EC" -> object.verify(new ECDSAVerifier(key.toECKey()));
            default -> EdwardsKey.verifies(key.toOctetKeyPair(), object);
        };
    }
}
