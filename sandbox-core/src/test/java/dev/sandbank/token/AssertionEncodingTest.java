package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of an assertion are base64url without padding (RFC 7515 §2), and nothing besides. */
class AssertionEncodingTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");
    private static final ClientKeys KEYS = ClientKeys.generate();

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("""
                    extends: apiture
                    clock: %s
                    clients:
                      - {id: signer, authMethods: [private_key_jwt], grants: [client_credentials],
                         scopes: [banking/read], jwks: %s}""".formatted(
                    NOON, new JWKSet(List.of(KEYS.rsa().toPublicJWK(), KEYS.ec().toPublicJWK()))))
            .start();

    static Stream<Arguments> otherwise() {
        return Stream.of(
                encoded("padded once", part -> part + "="),
                encoded("padded twice", part -> part + "=="),
                encoded("padded thrice", part -> part + "==="),
                encoded("followed by a blank", part -> part + " "),
                encoded("after a blank", part -> " " + part),
                encoded("followed by a line break", part -> part + "\r\n"),
                encoded("broken by a line break", part -> part.substring(0, 4) + "\n" + part.substring(4)),
                encoded("followed by a mark", part -> part + "!"),
                encoded("with a plus in it", part -> part.substring(0, 4) + "+" + part.substring(4)),
                encoded("with a slash in it", part -> part.substring(0, 4) + "/" + part.substring(4)),
                encoded("with a letter of another script", part -> part + "\u00e9"),
                encoded("with a NUL behind it", part -> part + "\0"),
                encoded("with a letter too many", part -> part + "A"),
                encoded("empty", part -> ""));
    }

    private static Arguments encoded(String how, UnaryOperator<String> spoil) {
        return Arguments.argumentSet(how, spoil);
    }

    @ParameterizedTest
    @MethodSource("otherwise")
    void areRefusedIfTheyAreEncodedOtherwise(UnaryOperator<String> spoil) {
        for (JWK key : List.of(KEYS.rsa(), KEYS.ec())) {
            String good = ClientKeys.signed(claims(), key);
            for (int part = 0; part < 3; part++) {
                String[] parts = good.split("\\.", -1);
                parts[part] = spoil.apply(parts[part]);

                assertThat(request(String.join(".", parts))).hasStatus(401).wasRefused(DenialReason.INVALID_CLIENT);
            }
            assertThat(request(good)).hasStatus(200);
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("signer")
                .subject("signer")
                .audience(bank.issuer().toString())
                .expirationTime(Date.from(NOON.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
    }

    private HttpCall request(String assertion) {
        return HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                .form("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .form("client_assertion", assertion);
    }
}
