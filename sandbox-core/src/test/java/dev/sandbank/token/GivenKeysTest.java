package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.EdwardsKey;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.RsaKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Private keys of the fixture, or of a file, sign in the place of random ones. */
class GivenKeysTest {

    private static final RSAKey RSA = RsaKeys.own("of-rsa");
    private static final ECKey EC = ec();

    private static final OctetKeyPair EDWARDS = EdwardsKey.generate().whole("of-ed");

    private static final String CLIENT =
            "clients: [{id: j, secret: s, accessTokenFormat: jwt, accessTokenAlg: %s, scopes: [banking/read]}]\n";

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("of-ec")
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sandbank start(String algorithm, String... keys) {
        return Sandbank.builder()
                .fixtureText(
                        "extends: apiture\nkeys: [" + String.join(", ", keys) + "]\n" + CLIENT.formatted(algorithm))
                .start();
    }

    private static String keyOf(Sandbank bank) {
        return Jwt.of(HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                        .basic("j:s")
                        .send()
                        .text("/access_token"))
                .header()
                .path("kid")
                .asText();
    }

    private static List<String> published(Sandbank bank) {
        return OpenIdCalls.jwks(bank).send().each("/keys", "kid");
    }

    @ParameterizedTest
    @CsvSource({"RS256,of-rsa", "PS384,of-rsa", "ES256,of-ec", "EdDSA,of-ed"})
    void signByTheAlgorithmsThatTheyAreFor(String algorithm, String keyId) {
        try (Sandbank bank = start(algorithm, EDWARDS.toJSONString(), RSA.toJSONString(), EC.toJSONString())) {
            assertThat(keyOf(bank)).isEqualTo(keyId);
            assertThat(published(bank)).containsExactly("of-ed", "of-rsa", "of-ec");
        }
    }

    @Test
    void leaveOtherAlgorithmsToKeysThatAreMade() {
        try (Sandbank bank = start("ES384", EDWARDS.toJSONString(), EC.toJSONString())) {
            assertThat(keyOf(bank)).isNotIn("of-ed", "of-ec");
            assertThat(OpenIdCalls.jwks(bank).send().each("/keys", "alg"))
                    .containsExactly("", "ES256", "RS256", "ES384");
        }
    }

    @Test
    void neverLeaveByTheKeySetOrTheJournal() {
        try (Sandbank bank = start("RS256", EDWARDS.toJSONString(), RSA.toJSONString(), EC.toJSONString())) {
            keyOf(bank);
            String told = OpenIdCalls.jwks(bank).send().body() + bank.journal().calls();

            assertThat(OpenIdCalls.jwks(bank).send().each("/keys", "d")).containsOnly("");
            assertThat(told)
                    .doesNotContain(EDWARDS.getD().toString())
                    .doesNotContain(RSA.getPrivateExponent().toString())
                    .doesNotContain(EC.getD().toString());
        }
    }

    static Stream<Arguments> wrong() {
        String stranger = EdwardsKey.generate().whole("x").getD().toString();
        return Stream.of(
                wrong("d", null, ".d: found nothing, expected a text: the private half, without which it cannot sign"),
                wrong("d", stranger, ".d: found another, expected the private half that belongs to the public one"),
                wrong("d", "AA", ".d: found another, expected the private half that belongs to the public one"),
                wrong("crv", "Ed448", ".crv: found \"Ed448\", expected one of Ed25519"),
                wrong("alg", "ES256", ".alg: found \"ES256\", expected an algorithm for this type of key"),
                wrong(
                        "alg",
                        "EdDSB",
                        ".alg: found \"EdDSB\", expected one of RS256, RS384, RS512, PS256, PS384, PS512,"
                                + " ES256, ES384, ES512, EdDSA, did you mean \"EdDSA\"?"),
                wrong("use", "enc", ".use: found \"enc\", expected sig"),
                wrong(
                        "key_ops",
                        List.of("verify"),
                        ".key_ops: found no \"sign\", expected it: the bank signs with the key"));
    }

    private static Arguments wrong(String member, Object value, String problem) {
        Map<String, Object> members = new HashMap<>(EDWARDS.toJSONObject());
        members.put(member, value);
        if (value == null) {
            members.remove(member);
        }
        return Arguments.argumentSet(problem, JSONObjectUtils.toJSONString(members), problem);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void areRefusedWithTheirPlaceIfTheyCannotSign(String key, String problem) {
        SandbankException refused = catchThrowableOfType(SandbankException.class, () -> start("ES256", key));

        assertThat(refused.problems()).containsExactly("inline fixture:2: keys[0]" + problem);
    }

    @Test
    void areRefusedIfTwoHaveOneName() {
        String key = EDWARDS.toJSONString();

        SandbankException refused = catchThrowableOfType(SandbankException.class, () -> start("ES256", key, key));

        assertThat(refused.problems())
                .containsExactly(
                        "inline fixture:2: keys[1].kid: found \"of-ed\" again, expected another: the first with it is"
                                + " on line 2");
    }

    @Test
    void areNamedByTheirThumbprintIfTheyHaveNoName() throws JOSEException {
        ECKey nameless = new ECKey.Builder(EC).keyID(null).build();

        try (Sandbank bank = start("ES256", nameless.toJSONString())) {
            assertThat(keyOf(bank)).isEqualTo(EC.computeThumbprint().toString());
        }
    }

    @Test
    void giveWayToNewOnesAndComeBackWithAReset() {
        try (Sandbank bank = start("ES256", EC.toJSONString())) {
            bank.keys().rotateWithOverlap();
            assertThat(keyOf(bank)).isNotEqualTo("of-ec");
            assertThat(published(bank)).contains("of-ec");

            bank.keys().rotateWithoutOverlap();
            assertThat(published(bank)).doesNotContain("of-ec");

            bank.reset();
            assertThat(keyOf(bank)).isEqualTo("of-ec");
        }
    }

    @Test
    void comeBackBesideThoseThatSignedSinceIfTheTokensStay() {
        try (Sandbank bank = start("ES256", EC.toJSONString())) {
            bank.keys().rotateWithoutOverlap();
            String since = keyOf(bank);

            bank.resetKeepingTokens();

            assertThat(keyOf(bank)).isEqualTo("of-ec");
            assertThat(published(bank)).contains("of-ec", since);
        }
    }

    @Test
    void areExportedAsLongAsTheySign() {
        try (Sandbank bank = start("ES256", EC.toJSONString())) {
            try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
                assertThat(keyOf(copy)).isEqualTo("of-ec");
            }
            bank.keys().rotateWithOverlap();

            assertThat(bank.export()).doesNotContain("of-ec");
        }
    }

    @Test
    void areThoseOfOneEnvironment() {
        String fixture = "extends: apiture\nenvironments: {cat: {keys: [" + EDWARDS + "]}}\n";

        try (Sandbank bank = Sandbank.builder().fixtureText(fixture).start()) {
            assertThat(HttpCall.get(bank, "/cat/oidc/jwks").send().each("/keys", "kid"))
                    .contains("of-ed");
            assertThat(published(bank)).doesNotContain("of-ed");
        }
    }

    @Test
    void areKeptInAFileThatOnlyItsOwnerReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.jwks");
        String first;

        try (Sandbank bank = kept(file)) {
            first = keyOf(bank);
        }
        try (Sandbank bank = kept(file)) {
            assertThat(keyOf(bank)).isEqualTo(first);
            assertThat(bank.export()).doesNotContain(first);
            bank.keys().rotateWithOverlap();
            assertThat(keyOf(bank)).isNotEqualTo(first);
            bank.loadFixture("extends: apiture\n" + CLIENT.formatted("ES256"));
            assertThat(keyOf(bank)).isEqualTo(first);
        }
        try (Sandbank bank = kept(file)) {
            assertThat(keyOf(bank)).isEqualTo(first);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static Sandbank kept(Path file) {
        return Sandbank.builder()
                .fixtureText("extends: apiture\n" + CLIENT.formatted("ES256"))
                .keysIn(file)
                .start();
    }

    @Test
    void areRefusedInAFileWithTheirLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("keys.jwks"), "{\n\"keys\": [\n{\"kty\": \"oct\"}]}");

        SandbankException refused = catchThrowableOfType(SandbankException.class, () -> kept(file));

        assertThat(refused.problems())
                .containsExactly(file + ":3: keys[0].kty: found \"oct\", expected one of RSA, EC, OKP");
    }

    @Test
    void areReadFromAFileAlone() {
        SandbankException refused = catchThrowableOfType(SandbankException.class, () -> kept(Path.of("/dev/zero")));

        assertThat(refused.problems())
                .containsExactly("/dev/zero:1: (file): found no such file, expected one that can be read");
    }
}
