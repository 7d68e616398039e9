package dev.sandbank.internal.oidc.sign;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_ALG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_CRIT;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_KEY_ALG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_KEY_OPS;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_KEY_TYPE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_KEY_USE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_KID_UNKNOWN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_SIGNATURE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.sandbank.internal.model.oauth.OAuthCause;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verifies signatures with public keys, by asymmetric algorithms only. */
public final class Verifiers {

    private Verifiers() {}

    /**
     * The result of verifying a signed text.
     *
     * @param claims its claims, or null if none of the keys signed it
     * @param cause why it is not valid, or null
     * @param detail the same in words
     */
    public record Opened(@Nullable String claims, @Nullable OAuthCause cause, String detail) {

        private static Opened wrong(OAuthCause cause, String detail) {
            return new Opened(null, cause, detail);
        }
    }

    /** Verifies a text with the keys, if it is signed with one of the algorithms. */
    public static Opened opened(String text, String jwks, List<String> algorithms) {
        return parse(text)
                .map(object -> opened(object, keys(jwks), algorithms))
                .orElseGet(() -> Opened.wrong(
                        INVALID_CLIENT_ASSERTION_MALFORMED, "The assertion is not a signed JWT in compact form"));
    }

    private static Opened opened(JWSObject object, List<JWK> keys, List<String> algorithms) {
        JWSAlgorithm algorithm = object.getHeader().getAlgorithm();
        if (!algorithms.contains(algorithm.getName())) {
            return Opened.wrong(
                    INVALID_CLIENT_ASSERTION_ALG,
                    "The assertion must be signed with one of " + String.join(", ", algorithms));
        }
        if (object.getHeader().getCriticalParams() != null) {
            return Opened.wrong(
                    INVALID_CLIENT_ASSERTION_CRIT,
                    "The assertion has a header crit, but Sandbank understands no extensions");
        }
        List<JWK> named = keys.stream().filter(key -> fits(object, key)).toList();
        List<JWK> able = named.stream().filter(key -> isFor(key, algorithm)).toList();
        List<JWK> allowed = able.stream()
                .filter(key -> forbids(key, algorithm.getName()).isEmpty())
                .toList();
        if (allowed.stream().anyMatch(key -> verified(object, key))) {
            return new Opened(object.getPayload().toString(), null, "");
        }
        if (named.isEmpty()) {
            return Opened.wrong(
                    INVALID_CLIENT_ASSERTION_KID_UNKNOWN, "The client has no key with the kid of the assertion");
        }
        if (able.isEmpty()) {
            return Opened.wrong(
                    INVALID_CLIENT_ASSERTION_KEY_TYPE,
                    "The key of the client has the wrong type for " + algorithm.getName());
        }
        return allowed.isEmpty()
                ? forbids(able.get(0), algorithm.getName()).orElseThrow()
                : Opened.wrong(INVALID_CLIENT_ASSERTION_SIGNATURE, "The signature of the assertion is wrong");
    }

    private static List<JWK> keys(String jwks) {
        try {
            return JWKSet.parse(jwks).getKeys();
        } catch (ParseException | IllegalStateException malformed) {
            return List.of();
        }
    }

    /** Says why a key may not verify assertions of an algorithm: the key itself says what it is for (RFC 7517 §4.2 to §4.4). */
    private static Optional<Opened> forbids(JWK key, String algorithm) {
        if (key.getAlgorithm() != null && !key.getAlgorithm().getName().equals(algorithm)) {
            return forbidden(INVALID_CLIENT_ASSERTION_KEY_ALG, "alg", key.getAlgorithm(), algorithm);
        }
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
            return forbidden(INVALID_CLIENT_ASSERTION_KEY_USE, "use", key.getKeyUse(), KeyUse.SIGNATURE);
        }
        return key.getKeyOperations() != null && !key.getKeyOperations().contains(KeyOperation.VERIFY)
                ? forbidden(INVALID_CLIENT_ASSERTION_KEY_OPS, "key_ops", key.getKeyOperations(), "verify among them")
                : Optional.empty();
    }

    private static Optional<Opened> forbidden(OAuthCause cause, String member, Object has, Object needs) {
        return Optional.of(Opened.wrong(
                cause, "The key of the client has " + member + " " + has + ", but the assertion needs " + needs));
    }

    /** Whether a key has the type and the curve that an algorithm needs. */
    static boolean isFor(JWK key, JWSAlgorithm algorithm) {
        try {
            return of(key).supportedJWSAlgorithms().contains(algorithm);
        } catch (JOSEException unusable) {
            return false;
        }
    }

    /**
     * Parses a signed text; empty if it is malformed.
     *
     * <p>For some malformed texts, such as one whose header is {@code null}, the library throws exceptions that are meant for mistakes
     * of its callers. It also skips characters that are not base64url (RFC 7515 §2), such as padding.
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
