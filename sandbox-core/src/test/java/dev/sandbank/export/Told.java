package dev.sandbank.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a bank answered, without what two sandboxes of the same state do not share: ports, and cursors that are sealed.
 *
 * @param status the HTTP status, or 0 where a control said no
 * @param headers the header fields
 * @param body the content to the last byte, or what the control said
 */
record Told(int status, Map<String, List<String>> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OF_HTTP = Set.of("content-length", "transfer-encoding", "connection");

    static Told of(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.headers().forEach((name, values) -> {
            if (!OF_HTTP.contains(name)) {
                headers.put(name, values.stream().map(Told::shared).toList());
            }
        });
        return new Told(answer.status(), headers, shared(answer.body()));
    }

    static Told of(String what) {
        return new Told(0, Map.of(), what);
    }

    private static String shared(String text) {
        return text.replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://bank")
                .replaceAll("([?&]start=)[-\\w]+", "$1cursor");
    }

    /** A text of the body. */
    Optional<String> text(String pointer) {
        try {
            JsonNode value = status == 201 ? JSON.readTree(body).at(pointer) : JSON.missingNode();
            return Optional.ofNullable(value.textValue());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
