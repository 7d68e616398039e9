package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sandbank.DenialReason.OAuth;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.EdwardsKey;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import dev.sandbank.testing.RsaKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is signed for a client, or by it, is signed by the algorithm that it is registered for. */
class SigningAlgorithmsTest {

    /** That of a client, and of a bank that is spared the making of one for each algorithm. */
    private static final RSAKey RSA = RsaKeys.own("key");

    private static final String FIXTURE = """
            extends: apiture
            clients:
              - {id: app, secret: app-s3cret, idTokenAlg: %1$s, userinfoAlg: %1$s, accessTokenFormat: jwt, accessTokenAlg: %1$s,
                 grants: [authorization_code, client_credentials], redirectUris: ["http://127.0.0.1/callback"],
                 scopes: [openid, email, banking/read]}
            """;

    private static final App APP =
            new App("app", "app-s3cret", false, "http://127.0.0.1:4711/callback", "openid email");

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void signsWhatIsIssuedToIt(String algorithm) throws Exception {
        try (Sandbank bank = Sandbank.builder()
                .fixtureText(FIXTURE.formatted(algorithm) + "keys: [" + RSA + "]\n")
                .start()) {
            Answer tokens = CodeFlow.of(bank, APP).signIn(Person.ADA);
            String userinfo = OpenIdCalls.userinfo(bank, tokens.text("/access_token"))
                    .send()
                    .body();

            for (String text : List.of(tokens.text("/id_token"), tokens.text("/access_token"), userinfo)) {
                assertThat(Jwt.of(text).header().path("alg").asText()).isEqualTo(algorithm);
                assertThat(isSignedByItsKey(bank, text)).isTrue();
            }
            assertThat(Jwt.idToken(tokens).text("at_hash"))
                    .isEqualTo(halfHash(algorithm, tokens.text("/access_token")));
        }
    }

    @Test
    void isToldByDiscoveryAndTheKeySetForWhatIsSignedSo() {
        String fixture = FIXTURE.formatted("ES384").replace("userinfoAlg: ES384", "userinfoAlg: EdDSA");

        try (Sandbank bank = Sandbank.builder().fixtureText(fixture).start()) {
            Answer discovery = OpenIdCalls.discovery(bank).send();

            assertThat(names(discovery, "id_token_signing_alg_values_supported"))
                    .containsExactly("RS256", "ES384");
            assertThat(names(discovery, "userinfo_signing_alg_values_supported"))
                    .containsExactly("RS256", "EdDSA");
            assertThat(OpenIdCalls.jwks(bank).send().each("/keys", "alg")).containsExactly("RS256", "ES384", "EdDSA");
        }
    }

    @Test
    void isLeftOutOfTheKeySetWhereTheTokensAreOpaque() {
        try (Sandbank bank = Sandbank.builder()
                .fixtureText(FIXTURE.replace(", accessTokenFormat: jwt, accessTokenAlg: %1$s", "")
                        .formatted("EdDSA"))
                .start()) {
            assertThat(OpenIdCalls.jwks(bank).send().each("/keys", "alg")).containsExactly("RS256", "EdDSA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void verifiesItsAssertions(String algorithm) throws Exception {
        EdwardsKey edwards = EdwardsKey.generate();
        JWK key = key(algorithm);
        JWK published = key == null ? edwards.published("key") : key.toPublicJWK();

        try (Sandbank bank = signer(published, "")) {
            assertThat(names(OpenIdCalls.discovery(bank).send(), "token_endpoint_auth_signing_alg_values_supported"))
                    .contains(algorithm);
            assertThat(asserting(bank, assertion(bank.tokenUrl().toString(), algorithm, key, edwards)))
                    .hasStatus(200);
        }
    }

    @Test
    void takesTheIssuerAloneAsAudienceIfTheFixtureSaysSo() throws Exception {
        try (Sandbank bank = signer(RSA.toPublicJWK(), "settings: {assertionAudience: issuer}\n")) {
            String issuer = bank.issuer().toString();

            assertThat(asserting(bank, assertion(issuer, "RS256", RSA, null))).hasStatus(200);
            assertThat(asserting(bank, assertion(bank.tokenUrl().toString(), "RS256", RSA, null)))
                    .hasStatus(401)
                    .wasRefused(OAuth.INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER);
            assertThat(asserting(bank, assertion(List.of(issuer, "x"), "RS256", RSA, null)))
                    .hasStatus(401)
                    .wasRefused(OAuth.INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER);
        }
    }

    private static Sandbank signer(JWK published, String settings) {
        return Sandbank.builder()
                .fixtureText("extends: apiture\n" + settings
                        + "clients: [{id: signer, scopes: [banking/read], grants: [client_credentials],"
                        + " authMethods: [private_key_jwt], jwks: " + new JWKSet(published) + "}]")
                .start();
    }

    private static JWK key(String algorithm) throws JOSEException {
        return switch (algorithm.substring(0, 2)) {
            case "ES" ->
                new ECKeyGenerator(Curve.forJWSAlgorithm(JWSAlgorithm.parse(algorithm))
                                .iterator()
                                .next())
                        .keyID("key")
                        .generate();
            case "Ed" -> null;
            default -> RSA;
        };
    }

    private static String assertion(Object audience, String algorithm, JWK key, EdwardsKey edwards)
            throws JOSEException, ParseException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("signer")
                .subject("signer")
                .claim("aud", audience)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        if (key == null) {
            return edwards.sign("{\"alg\":\"EdDSA\",\"kid\":\"key\"}", claims.toString());
        }
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.parse(algorithm)), claims);
        jwt.sign(key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner(key.toRSAKey()));
        return jwt.serialize();
    }

    private static HttpCall asserting(Sandbank bank, String assertion) {
        return HttpCall.tokenRequest(
                bank,
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion);
    }

    private static List<String> names(Answer answer, String member) {
        return answer.at("/" + member).valueStream().map(JsonNode::asText).toList();
    }

    private static boolean isSignedByItsKey(Sandbank bank, String text) throws ParseException, JOSEException {
        JWSObject object = JWSObject.parse(text);
        JWK key = JWKSet.parse(OpenIdCalls.jwks(bank).send().body())
                .getKeyByKeyId(object.getHeader().getKeyID());
        assertThat(key.getAlgorithm()).isIn(object.getHeader().getAlgorithm(), RSA.getAlgorithm());
        return switch (key.getKeyType().getValue()) {
            case "RSA" -> object.verify(new RSASSAVerifier(key.toRSAKey()));
            case "EC" -> object.verify(new ECDSAVerifier(key.toECKey()));
            default -> EdwardsKey.verifies(key.toOctetKeyPair(), object);
        };
    }

    /** By the hash that the algorithm's name tells; Ed25519 has SHA-512 in it. */
    private static String halfHash(String algorithm, String text) throws NoSuchAlgorithmException {
        String bits = algorithm.equals("EdDSA") ? "512" : algorithm.substring(2);
        byte[] hash = MessageDigest.getInstance("SHA-" + bits).digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }
}
