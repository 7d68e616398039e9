package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.sandbank.DenialReason.OAuth;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import dev.sandbank.testing.RsaKeys;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is issued to a client is encrypted to its key, if it is registered so; nothing that is encrypted is ever opened. */
class EncryptionTest {

    private static final RSAKey SIGNING =
            new RSAKey.Builder(RsaKeys.own("signing")).keyUse(KeyUse.SIGNATURE).build();
    private static final RSAKey RSA = new RSAKey.Builder(RsaKeys.ofStranger("rsa"))
            .keyUse(KeyUse.ENCRYPTION)
            .build();
    private static final ECKey EC = ec();

    private static final App APP =
            new App("app", "app-s3cret", false, "http://127.0.0.1:4711/callback", "openid email");

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sandbank start(String members) {
        String keys = SIGNING.toPublicJWK() + ", " + RSA.toPublicJWK() + ", " + EC.toPublicJWK();
        return Sandbank.builder()
                .fixtureText("extends: apiture\nclients: [{id: app, secret: app-s3cret, scopes: [openid, email],"
                        + " redirectUris: [\"http://127.0.0.1/callback\"], " + members + ", jwks: {keys: [" + keys
                        + "]}}]")
                .start();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA-OAEP-256,A128CBC-HS256",
        "RSA-OAEP-256,A256GCM",
        "ECDH-ES,A128GCM",
        "ECDH-ES,A256CBC-HS512",
        "ECDH-ES+A128KW,A256GCM",
        "ECDH-ES+A256KW,A128CBC-HS256"
    })
    void holdsWhatIsSignedWithin(String alg, String enc) throws Exception {
        String how = ": {alg: " + alg + ", enc: " + enc + "}";
        try (Sandbank bank = start("accessTokenFormat: jwt, userinfoAlg: RS256, idTokenEncryption" + how
                + ", userinfoEncryption" + how + ", accessTokenEncryption" + how)) {
            Answer tokens = CodeFlow.of(bank, APP).signIn(Person.ADA);
            Answer userinfo =
                    OpenIdCalls.userinfo(bank, tokens.text("/access_token")).send();

            assertThat(userinfo).hasHeader("Content-Type", "application/jwt");
            for (String text : List.of(tokens.text("/id_token"), tokens.text("/access_token"), userinfo.body())) {
                JWEObject opened = opened(text);
                assertThat(opened.getHeader().getAlgorithm().getName()).isEqualTo(alg);
                assertThat(opened.getHeader().getEncryptionMethod().getName()).isEqualTo(enc);
                assertThat(opened.getHeader().getContentType()).isEqualTo("JWT");
                assertThat(Jwt.of(opened.getPayload().toString()).text("sub")).isEqualTo("ada");
            }
        }
    }

    @Test
    void holdsPlainClaimsOfUserinfoThatIsNotSigned() throws Exception {
        try (Sandbank bank = start("userinfoEncryption: {alg: ECDH-ES}")) {
            String token = CodeFlow.of(bank, APP).signIn(Person.ADA).text("/access_token");

            JWEObject opened = opened(OpenIdCalls.userinfo(bank, token).send().body());

            assertThat(opened.getHeader().getContentType()).isNull();
            assertThat(opened.getHeader().getEncryptionMethod().getName()).isEqualTo("A128CBC-HS256");
            assertThat(opened.getPayload().toJSONObject()).containsEntry("sub", "ada");
        }
    }

    @Test
    void isToldByDiscoveryWhereAClientWantsIt() {
        try (Sandbank bank = start("idTokenEncryption: {alg: RSA-OAEP-256, enc: A256GCM}");
                Sandbank plain = Sandbank.start("apiture")) {
            Answer discovery = OpenIdCalls.discovery(bank).send();

            assertThat(discovery.at("/id_token_encryption_alg_values_supported"))
                    .extracting(JsonNode::asText)
                    .containsExactly("RSA-OAEP-256");
            assertThat(discovery.at("/id_token_encryption_enc_values_supported"))
                    .extracting(JsonNode::asText)
                    .containsExactly("A256GCM");
            assertThat(discovery.body()).doesNotContain("userinfo_encryption_");
            assertThat(OpenIdCalls.discovery(plain).send().body()).doesNotContain("_encryption_");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            idTokenEncryption: {alg: RSA-OAEP-256} | .idTokenEncryption.alg: found "RSA-OAEP-256", expected a key for it among the client's jwks
            idTokenEncryption: {alg: RSA-OAEP} | .idTokenEncryption.alg: found "RSA-OAEP", expected one of RSA-OAEP-256, ECDH-ES, ECDH-ES+A128KW, ECDH-ES+A256KW, did you mean "RSA-OAEP-256"?
            idTokenEncryption: {alg: ECDH-ES, enc: A128} | .idTokenEncryption.enc: found "A128", expected one of A128CBC-HS256, A256CBC-HS512, A128GCM, A256GCM
            accessTokenEncryption: {alg: RSA-OAEP-256} | .accessTokenEncryption: found it, expected it only with accessTokenFormat: jwt: opaque tokens are not encrypted
            """)
    void needsAKeyThatIsForIt(String member, String problem) {
        String fixture = "extends: apiture\nclients: [{id: a, secret: s, " + member + ", jwks: {keys: ["
                + SIGNING.toPublicJWK() + "]}}]";

        SandbankException refused = catchThrowableOfType(
                SandbankException.class,
                () -> Sandbank.builder().fixtureText(fixture).start());

        assertThat(refused.problems()).contains("inline fixture:2: clients[0]" + problem);
    }

    /** A length that unfolds and a count that never ends: whoever opened these would be busy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":2147483647}",
                "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A128GCM\",\"zip\":\"DEF\"}",
                "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}"
            })
    void isNeverTakenOffAnAssertion(String header) {
        String encrypted =
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.US_ASCII))
                        + ".AA.AA.AA.AA";

        try (Sandbank bank = start("idTokenAlg: RS256")) {
            HttpCall call = HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                    .form("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                    .form("client_assertion", encrypted);

            assertThat(call).hasStatus(401).wasRefused(OAuth.INVALID_CLIENT_ASSERTION_ENCRYPTED);
            assertThat(OpenIdCalls.accounts(bank, encrypted)).hasStatus(401).wasRefused("token-unknown");
        }
    }

    private static JWEObject opened(String text) throws ParseException, JOSEException {
        JWEObject object = JWEObject.parse(text);
        boolean rsa = object.getHeader().getKeyID().equals("rsa");
        JWEDecrypter decrypter = rsa ? new RSADecrypter(RSA) : new ECDHDecrypter(EC);
        object.decrypt(decrypter);
        return object;
    }
}
