package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An access token and the reply that carries it.
 *
 * @param format "opaque", or "jwt" (RFC 9068)
 * @param alphabet the characters an opaque one is drawn from
 * @param length how many of them
 * @param userLength how many where a user signed in; by default as many
 * @param reply the members of the token reply, in order, and no others: templates by name, or a list of names
 * @param userReply the same where a user signed in
 * @param headers header templates of the token reply
 * @param realm the realm of the {@code Basic} challenge
 * @param algorithm what a JWT is signed with: RS256, ES256 or EdDSA
 * @param claims claims of a JWT besides those of RFC 9068, as templates; null for one that is left out
 * @param errors the phrase for an error of the token server, by its code, where the bank does not speak as RFC 6749
 * @param type the {@code token_type}, {@code Bearer} in any case
 */
public record TokenStyle(
        String format,
        String alphabet,
        int length,
        int userLength,
        JsonNode reply,
        JsonNode userReply,
        Map<String, String> headers,
        String realm,
        String algorithm,
        Map<String, JsonNode> claims,
        Map<String, String> errors,
        String type) {

    public static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    public static final int USUAL_LENGTH = 43;

    public TokenStyle {
        alphabet = alphabet == null ? URL_SAFE : alphabet;
        length = length == 0 ? USUAL_LENGTH : length;
        userLength = userLength == 0 ? length : userLength;
        algorithm = algorithm == null ? "RS256" : algorithm;
        claims = Defaults.orEmpty(claims);
        errors = Defaults.orEmpty(errors);
        format = format == null ? "opaque" : format;
        reply = templates(reply);
        userReply = templates(userReply);
        type = type == null ? "Bearer" : type;
        headers = Defaults.orEmpty(headers);
    }

    /** A name alone stands for what usually has it. */
    private static JsonNode templates(@Nullable JsonNode said) {
        if (said != null && said.isObject()) {
            return said;
        }
        ObjectNode templates = JsonNodeFactory.instance.objectNode();
        if (said != null) {
            said.forEach(name -> templates.put(name.asText(), "${" + name.asText() + "}"));
        }
        return templates;
    }
}
