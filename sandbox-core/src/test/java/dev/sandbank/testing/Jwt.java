package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A JSON Web Token, taken apart; its signature is for others to check.
 *
 * @param header its header
 * @param claims its payload
 * @param signature its signature, encoded
 */
public record Jwt(JsonNode header, JsonNode claims, String signature) {

    public static Jwt of(String text) {
        String[] parts = text.split("\\.", -1);
        assertThat(parts).as("parts of " + text).hasSize(3);
        return new Jwt(Answer.parse(decode(parts[0])), Answer.parse(decode(parts[1])), parts[2]);
    }

    /** The ID token of a token reply. */
    public static Jwt idToken(Answer tokens) {
        return of(tokens.text("/id_token"));
    }

    public String text(String claim) {
        return claims.path(claim).asText();
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
