package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * What all refusals share.
 *
 * @param contentType the media type
 * @param body members that a phrase adds to
 * @param code a JSON Pointer to the member that tells programs what was wrong, or null if there is none
 */
public record Envelope(
        String contentType, JsonNode body, @Nullable String code) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The bank's own code in the body of a reply; empty if there is none. */
    public String codeIn(String reply) {
        return code == null ? "" : textAt(code, reply);
    }

    /** The member of a JSON text that a JSON Pointer leads to; empty if there is none, or it is no JSON. */
    public static String textAt(String pointer, String json) {
        try {
            return JSON.readTree(json).at(pointer).asText("");
        } catch (JsonProcessingException page) {
            return "";
        }
    }
}
