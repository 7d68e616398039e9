package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the control API answered.
 *
 * @param status the HTTP status
 * @param headers the header fields, names in lower case
 * @param body the content
 */
public record ControlAnswer(int status, Map<String, List<String>> headers, String body) {

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public JsonNode json() {
        return Answer.parse(body);
    }

    /** The text at a JSON Pointer. */
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    public ControlAnswer hasStatus(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    public ControlAnswer hasBody(String json) {
        assertThat(json()).isEqualTo(Answer.parse(json));
        return this;
    }

    /** It is a problem of this status, and its detail has that in it, and no name of a class. */
    public ControlAnswer isProblem(int expected, String detail) {
        hasStatus(expected);
        assertThat(header("content-type")).contains("application/problem+json");
        assertThat(text("/detail")).contains(detail).doesNotContain("jackson").doesNotContainPattern("`[A-Z]\\w+\\.");
        return this;
    }
}
