package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;

/** Signs tokens that nobody should accept, for tests that check that nobody does. */
public final class Forger {

    private final SigningKeys keys;
    private final String algorithm;
    private final String type;

    /**
     * @param keys the keys of the issuer to impersonate
     * @param algorithm the algorithm that they sign with
     * @param type the {@code typ} of the header
     */
    public Forger(SigningKeys keys, String algorithm, String type) {
        this.keys = keys;
        this.algorithm = algorithm;
        this.type = type;
    }

    /** Signs correctly: only the claims are wrong. */
    public String signed(String claims) {
        return keys.sign(algorithm, type, claims).text();
    }

    /** Signs correctly, but as another type than an access token. */
    public String signedAs(String otherType, String claims) {
        return keys.sign(algorithm, otherType, claims).text();
    }

    /** Does not sign: {@code alg} is {@code none} (RFC 8725 §2.1). */
    public String unsigned(String claims) {
        PlainHeader header =
                new PlainHeader.Builder().type(SigningKeys.type(type)).build();
        return new PlainObject(header, new Payload(claims)).serialize();
    }

    /** Signs with HS256 and the published key as the secret. Verifiers that trust the header's {@code alg} accept it (RFC 8725 §2.1). */
    public String signedWithThePublicKey(String claims) {
        try {
            SigningKey key = keys.key(algorithm);
            return sign(JWSAlgorithm.HS256, key.keyId(), new MACSigner(pem(key)), claims);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("a published key is long enough", e);
        }
    }

    /** Signs with the right key, but with a {@code kid} that was never published. */
    public String signedUnderAnUnknownName(String claims) {
        SigningKey key = keys.key(algorithm);
        return sign(key.algorithm(), "no-such-key", key.signer(), claims);
    }

    /** Signs with another sandbox's key, but with the right key's {@code kid}. */
    public String signedByAStranger(String claims) {
        try (SigningKeys others = new SigningKeys(null)) {
            SigningKey key = others.key(algorithm);
            return sign(key.algorithm(), keys.key(algorithm).keyId(), key.signer(), claims);
        }
    }

    private String sign(JWSAlgorithm named, String keyId, JWSSigner signer, String claims) {
        JWSHeader header = new JWSHeader.Builder(named)
                .keyID(keyId)
                .type(SigningKeys.type(type))
                .build();
        JWSObject object = new JWSObject(header, new Payload(claims));
        try {
            object.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own cannot sign", e);
        }
        return object.serialize();
    }

    /** The public key as PEM, the form in which files usually have it. */
    private static byte[] pem(SigningKey key) throws JOSEException, GeneralSecurityException {
        PublicKey open = key.publicKey();
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(open.getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
