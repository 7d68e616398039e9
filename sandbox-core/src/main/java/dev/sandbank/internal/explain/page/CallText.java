package dev.sandbank.internal.explain.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.journal.Redaction;
import java.util.List;

/** Formats requests and replies in full, with every secret shortened as in the journal. */
final class CallText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CallText() {}

    static String requestLine(CallRequest request) {
        return request.method() + " " + target(request);
    }

    static String target(CallRequest request) {
        return Redaction.form(request.target());
    }

    static String header(String name, String value) {
        return name + ": " + Redaction.header(name, value);
    }

    /** Returns a body's lines; JSON is indented. */
    static List<String> body(String text) {
        JsonNode json = json(text);
        return (json.isMissingNode() ? Redaction.json(text) : pretty(json))
                .lines()
                .toList();
    }

    /** Returns a body as JSON; missing if it is something else. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(Redaction.json(text));
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    static String pretty(JsonNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
