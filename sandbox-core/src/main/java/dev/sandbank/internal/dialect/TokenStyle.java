package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format of access tokens and of the reply that carries one.
 *
 * @param format "opaque", or "jwt" (RFC 9068)
 * @param alphabet the characters of an opaque one
 * @param length its length
 * @param userLength its length if a user signed in; by default the same
 * @param reply all members of the token reply, in order: templates by name, or a list of names
 * @param userReply the same if a user signed in
 * @param headers header templates of the token reply
 * @param realm the realm of the {@code Basic} challenge
 * @param algorithm the algorithm that signs a JWT: RS256, ES256 or EdDSA
 * @param claims claims of a JWT beyond those of RFC 9068, as templates; null leaves one out
 * @param errors the phrase for an error of the token server, by its code, if the bank does not follow RFC 6749
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

    /** Returns templates by name; a list of names stands for their usual templates. */
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
