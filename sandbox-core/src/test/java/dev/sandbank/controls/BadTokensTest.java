package dev.sandbank.controls;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.sandbank.BadToken;
import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.testing.App;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import java.text.ParseException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every token of the catalogue is refused, as the catalogue says. */
class BadTokensTest {

    /** Rightly signed: only who looks at the claims or the type finds them wrong. */
    private static final Set<TokenFlaw> RIGHTLY_SIGNED = EnumSet.of(
            TokenFlaw.WRONG_SCHEME,
            TokenFlaw.EXPIRED,
            TokenFlaw.REVOKED,
            TokenFlaw.BLOCKED_SUBJECT,
            TokenFlaw.NOT_YET_VALID,
            TokenFlaw.NO_EXPIRY,
            TokenFlaw.WRONG_ISSUER,
            TokenFlaw.WRONG_AUDIENCE,
            TokenFlaw.OTHER_AUDIENCE,
            TokenFlaw.WRONG_TYPE);

    /**
     * A bank, whose token is to be spoilt, and a call that the good token is good for.
     *
     * @param client null for anybody
     */
    private record Scene(String fixture, String client, String user, String method, String path) {

        /** A bank that refuses what is for others, where the fixture can be told so. */
        Sandbank start() {
            return isBuiltIn()
                    ? Sandbank.builder()
                            .fixtureText("extends: " + fixture + "\nsettings: {checkAudience: true}")
                            .start()
                    : Sandbank.start(fixture);
        }

        boolean isBuiltIn() {
            return Set.of("apiture", "uphold").contains(fixture);
        }

        BadToken make(Sandbank bank, TokenFlaw flaw) {
            return client == null
                    ? bank.tokens().bad(flaw)
                    : user == null
                            ? bank.tokens().bad(flaw, client)
                            : bank.tokens().bad(flaw, client, user);
        }

        HttpCall call(Sandbank bank) {
            HttpCall call = HttpCall.call(bank, method, path);
            return method.equals("POST") ? call.json("{\"label\": \"x\", \"asset\": \"EUR\"}") : call;
        }

        /** Where the bank's replies have its own code. */
        String codeAt() {
            return fixture.contains("musterbank")
                    ? "/tppMessages/0/code"
                    : fixture.equals("uphold") ? "/code" : "/type";
        }

        @Override
        public String toString() {
            return fixture + ", " + (client == null ? "anybody" : client);
        }
    }

    static Stream<Scene> scenes() {
        return Stream.of(
                new Scene("apiture", null, null, "GET", "/banking/accounts"),
                new Scene("apiture", "ada-batch", null, "GET", "/banking/accounts"),
                new Scene("apiture", "mobile-app", "ada", "GET", "/banking/accounts"),
                new Scene(App.FIXTURE, "jwt", "ada", "GET", "/banking/accounts"),
                new Scene("uphold", "ada-only", null, "POST", "/core/accounts"),
                new Scene("dev/sandbank/fixtures/examples/musterbank/fixture.yaml", null, null, "GET", "/v1/accounts"));
    }

    static Stream<Arguments> all() {
        return scenes().flatMap(scene -> Stream.of(TokenFlaw.values())
                .filter(flaw -> flaw != TokenFlaw.OTHER_AUDIENCE || scene.isBuiltIn())
                .map(flaw -> Arguments.of(scene, flaw)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void areRefusedAsTold(Scene scene, TokenFlaw flaw) {
        try (Sandbank bank = scene.start()) {
            BadToken bad = scene.make(bank, flaw);
            HttpCall call = scene.call(bank);

            HttpCall sent = flaw == TokenFlaw.MISSING ? call : call.header("Authorization", bad.authorization());

            assertThat(sent).hasStatus(bad.status()).wasRefused(bad.reason());
            assertThat(sent.send().json().at(scene.codeAt()).asText())
                    .isEqualTo(bad.codeInBody())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void areRefusedForNothingButTheirFlaw(Scene scene) {
        try (Sandbank bank = scene.start()) {
            String good = scene.make(bank, TokenFlaw.WRONG_SCHEME).token();

            assertThat(scene.call(bank)
                            .bearer(good)
                            .send()
                            .exchange()
                            .decision()
                            .gates())
                    .first()
                    .extracting(Decision.Gate::name, Decision.Gate::verdict)
                    .containsExactly("token", Decision.Verdict.PASSED);
        }
    }

    @ParameterizedTest
    @EnumSource(TokenFlaw.class)
    void wouldPassWhoeverLooksAtTheSignatureAloneIfTheyAreRightlySigned(TokenFlaw flaw) throws Exception {
        try (Sandbank bank = Sandbank.start(App.FIXTURE)) {
            String token = bank.tokens().bad(flaw, "jwt", "ada").token();
            JWKSet published = JWKSet.parse(OpenIdCalls.jwks(bank).send().body());

            boolean verified = parsed(token) instanceof JWSObject signed && isSignedBy(published, signed);

            assertThat(verified).isEqualTo(RIGHTLY_SIGNED.contains(flaw));
        }
    }

    @Test
    void areSignedWithThePublicKeyAsItLiesAroundInFiles() throws Exception {
        try (Sandbank bank = Sandbank.start(App.FIXTURE)) {
            JWSObject forged = JWSObject.parse(bank.tokens()
                    .bad(TokenFlaw.SIGNED_WITH_PUBLIC_KEY, "jwt", "ada")
                    .token());
            JWK key = JWKSet.parse(OpenIdCalls.jwks(bank).send().body())
                    .getKeyByKeyId(forged.getHeader().getKeyID());

            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.toRSAKey().toPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";

            assertThat(forged.verify(new MACVerifier(pem))).isTrue();
        }
    }

    @Test
    void sayOfThemselvesWhatIsWrong() {
        try (Sandbank bank = Sandbank.start(App.FIXTURE)) {
            Jwt good = jwt(bank, TokenFlaw.WRONG_SCHEME);
            long now = bank.clock().now().getEpochSecond();

            assertThat(jwt(bank, TokenFlaw.WRONG_ISSUER).text("iss")).isNotEqualTo(good.text("iss"));
            assertThat(jwt(bank, TokenFlaw.WRONG_AUDIENCE).text("aud")).isNotEqualTo(good.text("aud"));
            assertThat(jwt(bank, TokenFlaw.TAMPERED_PAYLOAD).text("sub")).isNotEqualTo(good.text("sub"));
            assertThat(jwt(bank, TokenFlaw.NO_EXPIRY).claims().has("exp")).isFalse();
            assertThat(jwt(bank, TokenFlaw.NOT_YET_VALID).claims().path("nbf").asLong())
                    .isGreaterThan(now);
            assertThat(jwt(bank, TokenFlaw.EXPIRED).claims().path("exp").asLong())
                    .isLessThan(now);
            assertThat(jwt(bank, TokenFlaw.WRONG_TYPE).header().path("typ").asText())
                    .isEqualTo("logout+jwt");
            assertThat(jwt(bank, TokenFlaw.UNSIGNED).header().path("alg").asText())
                    .isEqualTo("none");
            assertThat(jwt(bank, TokenFlaw.SIGNED_WITH_PUBLIC_KEY)
                            .header()
                            .path("alg")
                            .asText())
                    .isEqualTo("HS256");
            assertThat(jwt(bank, TokenFlaw.UNKNOWN_KEY).header().path("kid"))
                    .isNotEqualTo(good.header().path("kid"));
            assertThat(jwt(bank, TokenFlaw.STRANGERS_KEY).header().path("kid"))
                    .isEqualTo(good.header().path("kid"));
        }
    }

    @Test
    void blockTheUserWhoseTokenIsToBeRefusedForThat() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            BadToken bad = bank.tokens().bad(TokenFlaw.BLOCKED_SUBJECT, "ada-batch");

            assertThat(bank.user("ada").status()).isEqualTo("blocked");
            assertThat(bad.reason()).isEqualTo(DenialReason.SUBJECT_BLOCKED);
            assertThat(bad.toString())
                    .isEqualTo("BLOCKED_SUBJECT, refused with 403 subject-blocked")
                    .doesNotContain(bad.token());
        }
    }

    @Test
    void areNotMadeOfWhatIsNotThere() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThatThrownBy(() -> bank.tokens().bad(TokenFlaw.EXPIRED, "ada-bacth"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no client \"ada-bacth\", did you mean \"ada-batch\"?");
            assertThatThrownBy(() -> bank.tokens().bad(TokenFlaw.BLOCKED_SUBJECT, "back-office"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no client can get a token that stands for a user");
        }
    }

    private static Jwt jwt(Sandbank bank, TokenFlaw flaw) {
        return Jwt.of(bank.tokens().bad(flaw, "jwt", "ada").token());
    }

    private static boolean isSignedBy(JWKSet published, JWSObject signed) throws JOSEException {
        JWK key = published.getKeyByKeyId(signed.getHeader().getKeyID());
        return key != null
                && signed.getHeader().getAlgorithm().equals(key.getAlgorithm())
                && signed.verify(new RSASSAVerifier(key.toRSAKey()));
    }

    /** Nothing for what is not even a JWT. */
    private static JOSEObject parsed(String token) {
        try {
            return JOSEObject.parse(token);
        } catch (ParseException notOne) {
            return null;
        }
    }
}
