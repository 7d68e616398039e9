package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The common parts of all refusals.
 *
 * @param contentType the media type
 * @param body members that a phrase adds to
 * @param code a JSON Pointer to the member with the code for programs, or null if there is none
 * @param codeSegment if the code is a URL, which of its segments is the bank's word, counted from the end; otherwise
 * null
 */
public record Envelope(
        String contentType,
        JsonNode body,
        @Nullable String code,
        @Nullable Integer codeSegment) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the code for programs from the body of a reply; empty if there is none. */
    public String codeIn(String reply) {
        return code == null ? "" : textAt(code, reply);
    }

    /** Returns the bank's word from such a code. */
    public String word(String said) {
        List<String> segments = List.of(said.split("/", -1));
        return codeSegment == null || codeSegment > segments.size()
                ? said
                : segments.get(segments.size() - codeSegment);
    }

    /** Returns the text at a JSON Pointer in a JSON text; empty if there is none, or it is not JSON. */
    public static String textAt(String pointer, String json) {
        try {
            return JSON.readTree(json).at(pointer).asText("");
        } catch (JsonProcessingException page) {
            return "";
        }
    }
}
