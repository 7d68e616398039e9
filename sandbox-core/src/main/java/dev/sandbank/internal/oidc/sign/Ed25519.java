package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Signs and verifies with EdDSA over Ed25519 (RFC 8037), with the JDK alone. */
final class Ed25519 {

    private static final String NAME = "Ed25519";
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA);

    /** The length of each half of a key in bytes. The JDK's encoding has a prefix before them. */
    private static final int LENGTH = 32;

    private static final String PUBLIC_PREFIX = "302a300506032b6570032100";
    private static final String PRIVATE_PREFIX = "302e020100300506032b657004220420";

    private Ed25519() {}

    static OctetKeyPair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
            return new OctetKeyPair.Builder(Curve.Ed25519, bare(pair.getPublic()))
                    .d(bare(pair.getPrivate()))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** The key with this private half. The JDK takes the private half's bytes from its random numbers; this method checks that it did. */
    static OctetKeyPair of(Base64URL d) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, new Given(d.decode()));
            KeyPair pair = generator.generateKeyPair();
            if (!bare(pair.getPrivate()).equals(d)) {
                throw new IllegalStateException("this JDK did not make the key from its random numbers");
            }
            return new OctetKeyPair.Builder(Curve.Ed25519, bare(pair.getPublic()))
                    .d(d)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** Returns given bytes as random numbers. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] filled) {
            System.arraycopy(bytes, 0, filled, 0, filled.length);
        }
    }

    private static Base64URL bare(Key half) {
        byte[] encoded = half.getEncoded();
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length));
    }

    static PublicKey publicKey(OctetKeyPair jwk) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded(PUBLIC_PREFIX, jwk.getX())));
    }

    static PrivateKey privateKey(OctetKeyPair jwk) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME)
                .generatePrivate(new PKCS8EncodedKeySpec(encoded(PRIVATE_PREFIX, jwk.getD())));
    }

    private static byte[] encoded(String prefix, Base64URL bare) {
        return HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(bare.decode()));
    }

    /** Signs with a private key. */
    record Signer(PrivateKey key) implements JWSSigner {

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException(e.getMessage(), e);
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }

    /** Verifies with a public key. */
    record Verifier(PublicKey key) implements JWSVerifier {

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL signed) throws JOSEException {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initVerify(key);
                signature.update(input);
                return signature.verify(signed.decode());
            } catch (GeneralSecurityException malformed) {
                return false;
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
