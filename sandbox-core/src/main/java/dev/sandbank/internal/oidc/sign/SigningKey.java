package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;

/**
 * A key that signs.
 *
 * @param algorithm what it signs with
 * @param published its public half, under the name that signatures carry
 * @param signer its private half
 */
record SigningKey(JWSAlgorithm algorithm, JWK published, JWSSigner signer) {

    static SigningKey rsa(RSAKey leased, String keyId) throws JOSEException {
        RSAKey key = new RSAKey.Builder(leased)
                .keyID(keyId)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
        return new SigningKey(JWSAlgorithm.RS256, key.toPublicJWK(), new RSASSASigner(key));
    }

    static SigningKey ec(String keyId) throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyID(keyId)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        return new SigningKey(JWSAlgorithm.ES256, key.toPublicJWK(), new ECDSASigner(key));
    }

    static SigningKey ed25519(String keyId) {
        KeyPair pair = Ed25519.generate();
        return new SigningKey(
                JWSAlgorithm.EdDSA, Ed25519.publicJwk(pair.getPublic(), keyId), new Ed25519.Signer(pair.getPrivate()));
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
