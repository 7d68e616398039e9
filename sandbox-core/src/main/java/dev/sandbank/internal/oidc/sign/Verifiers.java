package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** Verifies signatures with public keys, by asymmetric algorithms only. */
public final class Verifiers {

    /** What a client may sign an assertion with. */
    public static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    private Verifiers() {}

    /** The claims of a text that one of the keys signed; nothing if none did. */
    public static Optional<String> opened(String text, String jwks) {
        try {
            JWSObject object = JWSObject.parse(text);
            if (!ALGORITHMS.contains(object.getHeader().getAlgorithm().getName())) {
                return Optional.empty();
            }
            for (JWK key : JWKSet.parse(jwks).getKeys()) {
                if (fits(object, key) && verified(object, key)) {
                    return Optional.of(object.getPayload().toString());
                }
            }
            return Optional.empty();
        } catch (ParseException | IllegalStateException malformed) {
            return Optional.empty();
        }
    }

    private static boolean fits(JWSObject object, JWK key) {
        String named = object.getHeader().getKeyID();
        return named == null || key.getKeyID() == null || named.equals(key.getKeyID());
    }

    private static boolean verified(JWSObject object, JWK key) {
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
