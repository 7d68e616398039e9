package dev.sandbank.internal.oidc.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with a JSON Web Key that somebody wrote (RFC 7517, RFC 7518 §6, RFC 8037), so that no signature can be verified
 * or made with it.
 *
 * @param member the member that is wrong, or empty for the key as a whole
 * @param expected what should stand there
 */
public record KeyFault(String member, String expected) {

    private static final int FEWEST_BITS = 2048;

    private static final Map<String, List<String>> MEMBERS =
            Map.of("RSA", List.of("n", "e"), "EC", List.of("crv", "x", "y"), "OKP", List.of("crv", "x"));

    private static final Map<String, Set<String>> CURVES =
            Map.of("EC", Set.of("P-256", "P-384", "P-521"), "OKP", Set.of("Ed25519"));

    /** What is wrong with the public half. */
    public static Optional<KeyFault> ofPublic(JsonNode key) {
        String type = key.path("kty").asText();
        if (!MEMBERS.containsKey(type)) {
            return Optional.of(new KeyFault("kty", "one of RSA, EC, OKP"));
        }
        Optional<String> missing = MEMBERS.get(type).stream()
                .filter(member -> !key.path(member).isTextual())
                .findFirst();
        if (missing.isPresent()) {
            return Optional.of(new KeyFault(missing.get(), "a text: every key of type " + type + " has it"));
        }
        Set<String> curves = CURVES.getOrDefault(type, Set.of());
        if (!curves.isEmpty() && !curves.contains(key.path("crv").asText())) {
            return Optional.of(new KeyFault(
                    "crv",
                    "one of " + String.join(", ", curves.stream().sorted().toList())));
        }
        return ofNumbers(key);
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
            return Optional.of(new KeyFault("", "a key: its members do not make one"));
        }
    }
}
