package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs.
 *
 * @param algorithm its algorithm
 * @param published its public half, with the {@code kid} that signatures have
 * @param signer signs with its private half
 */
record SigningKey(JWSAlgorithm algorithm, JWK published, JWSSigner signer) {

    /** Gives a new key its algorithm and the {@code kid} that it takes over; without one, its thumbprint. */
    static JWK named(@Nullable String keyId, JWK made, JWSAlgorithm algorithm) throws JOSEException {
        Map<String, Object> members = made.toJSONObject();
        members.put("use", "sig");
        members.put("alg", algorithm.getName());
        if (keyId != null) {
            members.put("kid", keyId);
        }
        return named(members);
    }

    /** A key with its own {@code kid}; without one, its thumbprint (RFC 7638), which is unique. */
    static JWK named(Map<String, Object> members) throws JOSEException {
        try {
            JWK key = JWK.parse(members);
            if (key.getKeyID() != null) {
                return key;
            }
            Map<String, Object> named = new HashMap<>(members);
            named.put("kid", key.computeThumbprint().toString());
            return JWK.parse(named);
        } catch (ParseException e) {
            throw new IllegalStateException("the key was checked before", e);
        }
    }

    static SigningKey of(JWK key, JWSAlgorithm algorithm) throws JOSEException {
        return new SigningKey(algorithm, key.toPublicJWK(), signer(key));
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        try {
            return switch (key.getKeyType().getValue()) {
                case "RSA" -> new RSASSASigner(key.toRSAKey());
                case "EC" -> new ECDSASigner(key.toECKey());
                default -> new Ed25519.Signer(Ed25519.privateKey(key.toOctetKeyPair()));
            };
        } catch (GeneralSecurityException e) {
            throw new JOSEException(e.getMessage(), e);
        }
    }

    PublicKey publicKey() throws JOSEException, GeneralSecurityException {
        return published instanceof OctetKeyPair edwards
                ? Ed25519.publicKey(edwards)
                : ((AsymmetricJWK) published).toPublicKey();
    }

    String keyId() {
        return published.getKeyID();
    }
}
