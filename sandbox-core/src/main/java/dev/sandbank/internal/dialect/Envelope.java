package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all refusals share.
 *
 * @param contentType the media type
 * @param body members that a phrase adds to
 * @param code a JSON Pointer to the member that tells programs what was wrong, or null if there is none
 * @param codeSegment where that is a URL, which of its segments is the bank's word for it, counted from the end; else null
 */
public record Envelope(
        String contentType,
        JsonNode body,
        @Nullable String code,
        @Nullable Integer codeSegment) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the member for programs says in the body of a reply; empty if there is none. */
    public String codeIn(String reply) {
        return code == null ? "" : textAt(code, reply);
    }

    /** The bank's own word, out of what that member says. */
    public String word(String said) {
        List<String> segments = List.of(said.split("/", -1));
        return codeSegment == null || codeSegment > segments.size()
                ? said
                : segments.get(segments.size() - codeSegment);
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
