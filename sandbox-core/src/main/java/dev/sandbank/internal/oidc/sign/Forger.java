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

/** Signs what nobody should believe, for tests that see to it that nobody does. */
public final class Forger {

    private final SigningKeys keys;
    private final String algorithm;
    private final String type;

    /**
     * @param keys the keys whose owner is to be impersonated
     * @param algorithm what they sign with
     * @param type the {@code typ} of the header
     */
    public Forger(SigningKeys keys, String algorithm, String type) {
        this.keys = keys;
        this.algorithm = algorithm;
        this.type = type;
    }

    /** Signed as it should be: only the claims are wrong. */
    public String signed(String claims) {
        return keys.sign(algorithm, type, claims).text();
    }

    /** Signed as it should be, as something else than an access token. */
    public String signedAs(String otherType, String claims) {
        return keys.sign(algorithm, otherType, claims).text();
    }

    /** Not signed at all: {@code alg} is {@code none} (RFC 8725 §2.1). */
    public String unsigned(String claims) {
        PlainHeader header =
                new PlainHeader.Builder().type(SigningKeys.type(type)).build();
        return new PlainObject(header, new Payload(claims)).serialize();
    }

    /** Signed by HS256 with the published key as the secret: whoever lets the header choose takes it (RFC 8725 §2.1). */
    public String signedWithThePublicKey(String claims) {
        try {
            SigningKey key = keys.key(algorithm);
            return sign(JWSAlgorithm.HS256, key.keyId(), new MACSigner(pem(key)), claims);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("a published key is long enough", e);
        }
    }

    /** Signed by the right key under a name that was never published. */
    public String signedUnderAnUnknownName(String claims) {
        SigningKey key = keys.key(algorithm);
        return sign(key.algorithm(), "no-such-key", key.signer(), claims);
    }

    /** Signed by the key of another sandbox under the name of the right one. */
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

    /** As such keys usually lie around in files. */
    private static byte[] pem(SigningKey key) throws JOSEException, GeneralSecurityException {
        PublicKey open = key.publicKey();
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(open.getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
