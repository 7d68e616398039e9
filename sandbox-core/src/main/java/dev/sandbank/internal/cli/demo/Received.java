package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * A reply as it came over the wire.
 *
 * @param status the HTTP status, or 0 if no reply came
 * @param headers the header fields
 * @param body the content, or why no reply came
 */
record Received(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Received of(HttpResponse<String> response) {
        return new Received(response.statusCode(), response.headers(), response.body());
    }

    static Received nothing(Exception why) {
        return new Received(0, HttpHeaders.of(Map.of(), (name, value) -> true), "no reply: " + why);
    }

    /** The content as JSON; a missing node if it is none. */
    JsonNode json() {
        return jsonOf(body);
    }

    /** A text as JSON; a missing node if it is none. */
    static JsonNode jsonOf(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
