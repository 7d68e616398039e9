package dev.sandbank.testing;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** An Ed25519 key of the JDK's, in the words of RFC 8037; written without a look at how the sandbox does it. */
public final class EdwardsKey {

    private final KeyPair pair;

    private EdwardsKey(KeyPair pair) {
        this.pair = pair;
    }

    public static EdwardsKey generate() {
        try {
            return new EdwardsKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public OctetKeyPair published(String keyId) {
        EdECPoint point = ((EdECPublicKey) pair.getPublic()).getPoint();
        byte[] bigEndian = point.getY().toByteArray();
        byte[] encoded = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            encoded[i] = bigEndian[bigEndian.length - 1 - i];
        }
        encoded[31] |= (byte) (point.isXOdd() ? 0x80 : 0);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(encoded))
                .keyID(keyId)
                .build();
    }

    /** With its private half. */
    public OctetKeyPair whole(String keyId) {
        byte[] d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        return new OctetKeyPair.Builder(published(keyId)).d(Base64URL.encode(d)).build();
    }

    /** Signs in the compact form. */
    public String sign(String header, String claims) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean verifies(OctetKeyPair key, JWSObject object) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey(key));
            signature.update(object.getSigningInput());
            return signature.verify(object.getSignature().decode());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey(OctetKeyPair key) throws GeneralSecurityException {
        byte[] littleEndian = key.getX().decode();
        boolean odd = (littleEndian[31] & 0x80) != 0;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = littleEndian[31 - i];
        }
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, Arrays.copyOf(bigEndian, 32)));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
