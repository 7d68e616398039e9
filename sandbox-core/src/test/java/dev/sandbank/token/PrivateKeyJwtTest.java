package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that proves itself by its own key: every part of the assertion counts, and it counts once. */
class PrivateKeyJwtTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");
    private static final ClientKeys KEYS = ClientKeys.generate();

    @AutoClose
    private final Sandbank bank = start();

    private static Sandbank start() {
        List<JWK> published = List.of(
                KEYS.rsa().toPublicJWK(),
                KEYS.ec().toPublicJWK(),
                KEYS.edwards().published("ed"));
        Sandbank bank = Sandbank.builder()
                .fixtureText("""
                        extends: apiture
                        clients:
                          - {id: signer, authMethods: [private_key_jwt], grants: [client_credentials],
                             scopes: [banking/read], jwks: %s}
                          - {id: other, authMethods: [private_key_jwt], grants: [client_credentials],
                             scopes: [banking/read], jwks: %s}""".formatted(
                                new JWKSet(published), new JWKSet(KEYS.ec().toPublicJWK())))
                .publicHost("sandbank:18080")
                .start();
        bank.clock().freezeAt(NOON);
        return bank;
    }

    @Test
    void isTakenByEachKindOfKey() {
        assertGood(ClientKeys.signed(claims(), KEYS.rsa()));
        assertGood(ClientKeys.signed(claims(), KEYS.ec()));
        assertGood(KEYS.edwards()
                .sign("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}", claims().build().toString()));
        assertGood(signedWithoutKeyId());
    }

    @Test
    void mayNameTokenServerOrTokenEndpointAmongItsAudience() {
        assertGood(ClientKeys.signed(claims().audience(bank.tokenUrl().toString()), KEYS.ec()));
        assertGood(
                ClientKeys.signed(claims().audience(List.of("x", bank.issuer().toString())), KEYS.ec()));
    }

    @Test
    void mayNameTheServerAsOtherCallersKnowIt() {
        assertGood(ClientKeys.signed(claims().audience("http://sandbank:18080/oidc/"), KEYS.ec()));
        assertGood(ClientKeys.signed(claims().audience("http://sandbank:18080/oidc/token"), KEYS.ec()));
        refuse(request(ClientKeys.signed(claims().audience("http://sandbank:18081/oidc/"), KEYS.ec())));
    }

    @Test
    void mayNameTheEndpointThatItIsSentTo() {
        for (String endpoint : List.of("introspection", "revocation")) {
            String url = OpenIdCalls.discovery(bank).send().text("/" + endpoint + "_endpoint");
            HttpCall call = HttpCall.post(bank, URI.create(url).getPath()).form("token", "x");

            assertThat(call.form("client_assertion_type", TYPE)
                            .form("client_assertion", ClientKeys.signed(claims().audience(url), KEYS.ec())))
                    .hasStatus(200);
        }
    }

    @Test
    void mayComeWithTheSameClientIdOnly() {
        assertThat(request(ClientKeys.signed(claims(), KEYS.ec())).form("client_id", "signer"))
                .hasStatus(200);
        refuse(request(ClientKeys.signed(claims(), KEYS.ec())).form("client_id", "other"));
    }

    @Test
    void isAdvertisedOnceAClientUsesIt() {
        assertThat(OpenIdCalls.discovery(bank).send().at("/token_endpoint_auth_methods_supported"))
                .anyMatch(method -> method.asText().equals("private_key_jwt"));
        assertThat(OpenIdCalls.discovery(bank).send().at("/token_endpoint_auth_signing_alg_values_supported"))
                .extracting(node -> node.asText())
                .contains("RS256", "ES256", "EdDSA")
                .doesNotContain("none", "HS256");
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                wrong("is for somebody else", claims -> claims.audience("https://other.example/")),
                wrong("is for nobody", claims -> claims.audience((String) null)),
                wrong("is for a prefix of the issuer", claims -> claims.audience("http://127.0.0.1")),
                wrong("has expired", claims -> claims.expirationTime(Date.from(NOON))),
                wrong("never expires", claims -> claims.expirationTime(null)),
                wrong("expires in the far future", claims -> claims.expirationTime(at(100_000))),
                wrong("is not valid yet", claims -> claims.notBeforeTime(at(120))),
                wrong("has no id", claims -> claims.jwtID(null)),
                wrong("has an empty id", claims -> claims.jwtID("")),
                wrong("has no issuer", claims -> claims.issuer(null)),
                wrong("has another issuer", claims -> claims.issuer("other")),
                wrong("has another subject", claims -> claims.subject("other")),
                wrong(
                        "has an unknown subject",
                        claims -> claims.subject("stranger").issuer("stranger")),
                wrong("has no subject", claims -> claims.subject(null)),
                wrong("expires in words", claims -> claims.claim("exp", "tomorrow")),
                wrong("expires when no calendar goes on", claims -> claims.claim("exp", Long.MAX_VALUE)),
                wrong("expired before any calendar began", claims -> claims.claim("exp", Long.MIN_VALUE)),
                wrong("is not valid while calendars last", claims -> claims.claim("nbf", 1e30)),
                wrong("begins in words", claims -> claims.claim("nbf", "today")),
                wrong(
                        "has an audience that is no text",
                        claims -> claims.claim("aud", Map.of("a", "http://127.0.0.1"))));
    }

    private static Arguments wrong(String how, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.argumentSet("an assertion that " + how, change);
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void isRefusedIfAnyClaimIsWrong(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);

        refuse(request(ClientKeys.signed(claims, KEYS.rsa())));
    }

    @Test
    void isGoodOnce() {
        String assertion = ClientKeys.signed(claims(), KEYS.ec());

        assertGood(assertion);
        refuse(request(assertion));
    }

    @Test
    void isGoodOnceEvenIfItComesManyTimesAtOnce() {
        String assertion = ClientKeys.signed(claims(), KEYS.ec());

        List<Integer> statuses = Stream.generate(() -> request(assertion)).limit(8).toList().parallelStream()
                .map(call -> call.send().status())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 401, 401, 401, 401, 401, 401, 401);
    }

    @Test
    void isRefusedIfItIsNotSignedByTheClientsKey() throws JOSEException {
        String good = ClientKeys.signed(claims(), KEYS.rsa());
        String[] parts = good.split("\\.", -1);
        byte[] publicKey = KEYS.rsa().toRSAPublicKey().getEncoded();

        refuse(request(ClientKeys.signed(claims(), KEYS.stranger())));
        refuse(request(parts[0] + "." + parts[1] + "."));
        refuse(request(parts[0] + "." + Base64URL.encode(claims().build().toString()) + "." + parts[2]));
        refuse(request(Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + "."));
        refuse(request(mac(publicKey)));
        refuse(request(mac(KEYS.rsa().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))));
        refuse(request("x"));
        refuse(request("a.b.c"));
    }

    @Test
    void isRefusedWithoutItsType() {
        HttpCall call = HttpCall.tokenRequest(bank, "grant_type", "client_credentials");

        refuse(call.form("client_assertion", ClientKeys.signed(claims(), KEYS.ec())));
        refuse(HttpCall.tokenRequest(bank, "grant_type", "client_credentials", "client_assertion_type", "x")
                .form("client_assertion", ClientKeys.signed(claims(), KEYS.ec())));
    }

    @Test
    void cannotComeByAKeyThatIsForAnAlgorithmOfAnotherType() {
        String key = new RSAKey.Builder(KEYS.rsa().toPublicJWK())
                .algorithm(JWSAlgorithm.ES256)
                .build()
                .toJSONString();
        String fixture = "extends: apiture\nclients:\n- {id: a, jwks: {keys: [\n" + key + "]}}";

        SandbankException refused = catchThrowableOfType(
                SandbankException.class,
                () -> Sandbank.builder().fixtureText(fixture).start());

        assertThat(refused.problems())
                .containsExactly(
                        "inline fixture:4: clients[0].jwks.keys[0].alg: found \"ES256\", expected an algorithm for"
                                + " this type of key");
    }

    @Test
    void isTheOnlyWayForAClientRegisteredSo() {
        refuse(HttpCall.tokenRequest(bank, "grant_type", "client_credentials", "client_id", "signer"));
        refuse(HttpCall.tokenRequest(bank, "grant_type", "client_credentials").basic("signer:"));
        assertThat(request(ClientKeys.signed(claims(), KEYS.ec())).basic("signer:"))
                .hasStatus(400);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("signer")
                .subject("signer")
                .audience(bank.issuer().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(NOON))
                .expirationTime(at(60));
    }

    private static Date at(int seconds) {
        return Date.from(NOON.plusSeconds(seconds));
    }

    private String signedWithoutKeyId() {
        return ClientKeys.signed(
                claims(), new ECKey.Builder(KEYS.ec()).keyID(null).build());
    }

    private String mac(byte[] secret) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims().build());
        jwt.sign(new MACSigner(Arrays.copyOf(secret, Math.max(32, secret.length))));
        return jwt.serialize();
    }

    private HttpCall request(String assertion) {
        return HttpCall.tokenRequest(
                bank, "grant_type", "client_credentials", "client_assertion_type", TYPE, "client_assertion", assertion);
    }

    private void assertGood(String assertion) {
        assertThat(request(assertion)).hasStatus(200);
    }

    private static void refuse(HttpCall call) {
        assertThat(call).hasStatus(401).has("/error", "invalid_client").wasRefused(DenialReason.INVALID_CLIENT);
    }
}
