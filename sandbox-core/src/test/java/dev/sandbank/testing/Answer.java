package dev.sandbank.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What came back, and what the journal says about it.
 *
 * @param method the method of the call
 * @param status the HTTP status
 * @param headers the header fields, names in lower case
 * @param body the content
 * @param exchange the journal's entry of this very call
 */
public record Answer(String method, int status, Map<String, List<String>> headers, String body, Exchange exchange) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Decision decision() {
        return exchange.decision();
    }

    /** A header that was sent at most once. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " was sent " + values.size() + " times");
        }
        return values.stream().findFirst();
    }

    public JsonNode json() {
        return parse(body);
    }

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** A member, by JSON Pointer. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public String text(String pointer) {
        return at(pointer).asText();
    }

    /** One member of each element of a list. */
    public List<String> each(String list, String member) {
        return StreamSupport.stream(at(list).spliterator(), false)
                .map(element -> element.path(member).asText())
                .toList();
    }
}
