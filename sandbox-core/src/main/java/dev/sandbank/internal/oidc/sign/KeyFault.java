package dev.sandbank.internal.oidc.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.sandbank.internal.model.oauth.SigningAlgorithms;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says why a JSON Web Key from a fixture cannot verify or make signatures (RFC 7517, RFC 7518 §6, RFC 8037).
 *
 * @param member the member that is wrong, or empty for the key as a whole
 * @param expected what was expected in its place
 * @param known the names that are allowed, if a name was expected
 */
public record KeyFault(String member, String expected, List<String> known) {

    public KeyFault(String member, String expected) {
        this(member, expected, List.of());
    }

    private static KeyFault notOneOf(String member, List<String> known) {
        return new KeyFault(member, "one of " + String.join(", ", known), known);
    }

    private static final int FEWEST_BITS = 2048;

    private static final Map<String, List<String>> MEMBERS =
            Map.of("RSA", List.of("n", "e"), "EC", List.of("crv", "x", "y"), "OKP", List.of("crv", "x"));

    private static final Map<String, List<String>> CURVES =
            Map.of("EC", List.of("P-256", "P-384", "P-521"), "OKP", List.of("Ed25519"));

    /** Checks the public half of a key. */
    public static Optional<KeyFault> ofPublic(JsonNode key) {
        String type = key.path("kty").asText();
        if (!MEMBERS.containsKey(type)) {
            return Optional.of(notOneOf("kty", List.of("RSA", "EC", "OKP")));
        }
        Optional<String> missing = MEMBERS.get(type).stream()
                .filter(member -> !key.path(member).isTextual())
                .findFirst();
        if (missing.isPresent()) {
            return Optional.of(new KeyFault(missing.get(), "a text: every key of type " + type + " has it"));
        }
        List<String> curves = CURVES.getOrDefault(type, List.of());
        if (!curves.isEmpty() && !curves.contains(key.path("crv").asText())) {
            return Optional.of(notOneOf("crv", curves));
        }
        return ofNumbers(key);
    }

    /** Checks both halves of a key that is to sign. */
    public static Optional<KeyFault> ofPrivate(JsonNode key) {
        if (ofPublic(key).isPresent()) {
            return ofPublic(key);
        }
        return key.path("d").isTextual()
                ? ofPair(key)
                : Optional.of(new KeyFault("d", "a text: the private half, without which it cannot sign"));
    }

    /** Signs a text and checks that the public half verifies it. */
    private static Optional<KeyFault> ofPair(JsonNode written) {
        try {
            JWK key = JWK.parse(written.toString());
            JWSAlgorithm algorithm = SigningAlgorithms.ALL.stream()
                    .map(JWSAlgorithm::parse)
                    .filter(each -> Verifiers.isFor(key, each))
                    .findFirst()
                    .orElseThrow();
            JWSObject object = new JWSObject(new JWSHeader(algorithm), new Payload("x"));
            object.sign(SigningKey.of(key, algorithm).signer());
            if (Verifiers.verified(object, key)) {
                return Optional.empty();
            }
        } catch (ParseException | JOSEException | RuntimeException unusable) {
            // no pair either
        }
        return Optional.of(new KeyFault("d", "the private half that belongs to the public one"));
    }

    /** Whether a valid key fits an algorithm. */
    public static boolean fits(JsonNode key, String algorithm) {
        try {
            return Verifiers.isFor(JWK.parse(key.toString()), JWSAlgorithm.parse(algorithm));
        } catch (ParseException unusable) {
            return false;
        }
    }

    private static Optional<KeyFault> ofNumbers(JsonNode written) {
        try {
            JWK key = JWK.parse(written.toString());
            if (key instanceof RSAKey rsa && rsa.size() < FEWEST_BITS) {
                return Optional.of(new KeyFault("n", "a modulus of at least 2048 bits: it has " + rsa.size()));
            }
            Verifiers.of(key);
            return Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException unusable) {
            return Optional.of(new KeyFault("", "members that make a key"));
        }
    }
}
