package dev.sandbank.internal.oidc.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import dev.sandbank.internal.model.oauth.Client.Encryption;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/** Encrypts with public keys (RFC 7516). Sandbank decrypts nothing, so it need not limit lengths and counts that others choose. */
public final class Encrypter {

    private static final Set<KeyOperation> FITTING =
            Set.of(KeyOperation.ENCRYPT, KeyOperation.WRAP_KEY, KeyOperation.DERIVE_KEY, KeyOperation.DERIVE_BITS);

    private Encrypter() {}

    /**
     * Encrypts a text with the first key of a set that fits.
     *
     * @param nested whether the text is a JWT itself
     */
    public static String encrypted(String text, boolean nested, Encryption how, String jwks) {
        try {
            JWK key = JWKSet.parse(jwks).getKeys().stream()
                    .filter(each -> isFor(each, how.alg()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the fixture was checked to have such a key"));
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.parse(how.alg()), EncryptionMethod.parse(how.enc()))
                    .keyID(key.getKeyID())
                    .contentType(nested ? "JWT" : null)
                    .build();
            JWEObject object = new JWEObject(header, new Payload(text));
            object.encrypt(isOfRsa(how.alg()) ? new RSAEncrypter(key.toRSAKey()) : new ECDHEncrypter(key.toECKey()));
            return object.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the fixture was checked to have a key for it", e);
        }
    }

    /** Whether a key from a fixture can be used to encrypt with this algorithm. */
    public static boolean fits(JsonNode key, String algorithm) {
        try {
            return KeyFault.ofPublic(key).isEmpty() && isFor(JWK.parse(key.toString()), algorithm);
        } catch (ParseException unusable) {
            return false;
        }
    }

    /** Whether a key's type, use, operations and algorithm allow it (RFC 7517 §4.2 to §4.4). */
    private static boolean isFor(JWK key, String algorithm) {
        boolean rightType = key.getKeyType().getValue().equals(isOfRsa(algorithm) ? "RSA" : "EC");
        boolean rightUse = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.ENCRYPTION);
        boolean rightOperation = Optional.ofNullable(key.getKeyOperations())
                .map(operations -> operations.stream().anyMatch(FITTING::contains))
                .orElse(true);
        boolean rightAlgorithm =
                key.getAlgorithm() == null || key.getAlgorithm().getName().equals(algorithm);
        return rightType && rightUse && rightOperation && rightAlgorithm;
    }

    private static boolean isOfRsa(String algorithm) {
        return algorithm.startsWith("RSA");
    }
}
