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
import org.jspecify.annotations.Nullable;

/**
 * A key that signs.
 *
 * @param algorithm what it signs with
 * @param published its public half, under the name that signatures carry
 * @param signer its private half
 */
record SigningKey(JWSAlgorithm algorithm, JWK published, JWSSigner signer) {

    static SigningKey rsa(RSAKey leased, @Nullable String keyId) throws JOSEException {
        RSAKey key = new RSAKey.Builder(leased)
                .keyID(nameOf(leased, keyId))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
        return new SigningKey(JWSAlgorithm.RS256, key.toPublicJWK(), new RSASSASigner(key));
    }

    static SigningKey ec(@Nullable String keyId) throws JOSEException {
        ECKey made = new ECKeyGenerator(Curve.P_256).generate();
        ECKey key = new ECKey.Builder(made)
                .keyID(nameOf(made, keyId))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
        return new SigningKey(JWSAlgorithm.ES256, key.toPublicJWK(), new ECDSASigner(key));
    }

    static SigningKey ed25519(@Nullable String keyId) throws JOSEException {
        KeyPair pair = Ed25519.generate();
        OctetKeyPair made = Ed25519.publicJwk(pair.getPublic());
        OctetKeyPair key =
                new OctetKeyPair.Builder(made).keyID(nameOf(made, keyId)).build();
        return new SigningKey(JWSAlgorithm.EdDSA, key, new Ed25519.Signer(pair.getPrivate()));
    }

    /** The name that it takes over, else its thumbprint (RFC 7638): no two keys ever have the same. */
    private static String nameOf(JWK key, @Nullable String inherited) throws JOSEException {
        return inherited == null ? key.computeThumbprint().toString() : inherited;
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
