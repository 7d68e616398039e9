package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.model.Reply;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Client assertions of any kind prove nothing unless they are signed.
 *
 * <p>An input of two lines is a header and claims, which are signed with the client's key; any other is an assertion as it
 * is sent. {@code {issuer}} is the token server, {@code {id}} is fresh each time, {@code {later}} is in five minutes.
 */
class ClientAssertionsFuzzTest {

    private static final String FORM = "grant_type=client_credentials"
            + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=";
    private static final long FIVE_PAST_NOON = 1_930_305_900L;

    private static final KeyPair KEY = generate();
    private static final InMemoryBank BANK = InMemoryBank.of("""
            extends: apiture
            clients:
              - {id: signer, authMethods: [private_key_jwt], grants: [client_credentials], scopes: [banking/read],
                 jwks: {keys: [{kty: EC, crv: P-256, kid: one, x: %s, y: %s}]}}""".formatted(
                    coordinate(((ECPublicKey) KEY.getPublic()).getW().getAffineX()),
                    coordinate(((ECPublicKey) KEY.getPublic()).getW().getAffineY())));

    private long sent;

    @FuzzTest
    void proveNothingUnlessSigned(byte[] input) throws GeneralSecurityException {
        BANK.tidy();
        sent++;
        String issuer = BANK.bank().production().tokenServer().issuer();
        Map<String, String> values = Map.of(
                "issuer",
                issuer,
                "id",
                "assertion-" + System.nanoTime() + "-" + sent,
                "later",
                Long.toString(FIVE_PAST_NOON));
        String[] lines = Notation.read(input, values).strip().split("\n", -1);
        boolean signed = lines.length == 2;
        Reply reply = send(signed ? sign(lines[0], lines[1]) : String.join("\n", lines));
        assertFalse(
                reply.status() == 200 && !(signed && lines[1].contains("signer") && lines[1].contains(issuer)),
                () -> "a token for " + String.join("\n", lines));
    }

    /** Without this, an input that is refused for another reason would look like one that proves nothing. */
    @Test
    void proveTheirClientIfTheyAreSigned() throws GeneralSecurityException {
        String claims = "{\"iss\":\"signer\",\"sub\":\"signer\",\"aud\":\"%s\",\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(
                        BANK.bank().production().tokenServer().issuer(), FIVE_PAST_NOON, "proof-" + System.nanoTime());

        assertEquals(
                200, send(sign("{\"alg\":\"ES256\",\"kid\":\"one\"}", claims)).status());
    }

    private static Reply send(String assertion) {
        String form = FORM + URLEncoder.encode(assertion, StandardCharsets.ISO_8859_1);
        return BANK.send(new Message("POST", BANK.endpoint("token")).form(form));
    }

    private static String sign(String header, String claims) throws GeneralSecurityException {
        String content = Notation.encode(header) + "." + Notation.encode(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(KEY.getPrivate());
        signature.update(Notation.bytes(content));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As RFC 7518 §6.2.1.2 wants it: 32 bytes. */
    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
