package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifies signatures with public keys, by asymmetric algorithms only. */
public final class Verifiers {

    /** What a client may sign an assertion with. */
    public static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    private Verifiers() {}

    /** The claims of a text that one of the keys signed; nothing if none did. */
    public static Optional<String> opened(String text, String jwks) {
        return parse(text)
                .filter(object ->
                        ALGORITHMS.contains(object.getHeader().getAlgorithm().getName()))
                .filter(object -> anyVerifies(object, jwks))
                .map(object -> object.getPayload().toString());
    }

    /**
     * A signed text, taken apart; nothing if it is none.
     *
     * <p>Of texts from outside, the library meets some with exceptions that are meant for mistakes of its callers: a
     * header that is {@code null}, for one. And it passes over whatever is no base64url (RFC 7515 §2), such as padding.
     */
    static Optional<JWSObject> parse(String text) {
        try {
            return Stream.of(text.split("\\.", -1)).allMatch(Verifiers::isEncoded)
                    ? Optional.of(JWSObject.parse(text))
                    : Optional.empty();
        } catch (ParseException | RuntimeException notSigned) {
            return Optional.empty();
        }
    }

    private static boolean isEncoded(String part) {
        return Base64URL.encode(Base64URL.from(part).decode()).toString().equals(part);
    }

    private static boolean anyVerifies(JWSObject object, String jwks) {
        try {
            return JWKSet.parse(jwks).getKeys().stream()
                    .filter(key -> fits(object, key))
                    .anyMatch(key -> verified(object, key));
        } catch (ParseException | IllegalStateException malformed) {
            return false;
        }
    }

    private static boolean fits(JWSObject object, JWK key) {
        String named = object.getHeader().getKeyID();
        return named == null || key.getKeyID() == null || named.equals(key.getKeyID());
    }

    static boolean verified(JWSObject object, JWK key) {
        try {
            return object.verify(of(key));
        } catch (JOSEException otherAlgorithm) {
            return false;
        }
    }

    static JWSVerifier of(JWK key) throws JOSEException {
        try {
            return switch (key.getKeyType().getValue()) {
                case "RSA" -> new RSASSAVerifier(key.toRSAKey().toPublicJWK());
                case "EC" -> new ECDSAVerifier(key.toECKey().toPublicJWK());
                case "OKP" -> new Ed25519.Verifier(Ed25519.publicKey((OctetKeyPair) key.toPublicJWK()));
                default -> throw new JOSEException("not an asymmetric key");
            };
        } catch (GeneralSecurityException e) {
            throw new JOSEException(e.getMessage(), e);
        }
    }
}
