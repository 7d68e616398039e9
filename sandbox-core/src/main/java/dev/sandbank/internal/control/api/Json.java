package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Reply;
import java.util.Collection;
import java.util.regex.Pattern;

/** Reads what callers send, strictly, and writes what they get. */
final class Json {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Where Jackson's own users would set something: it is no concern of callers. */
    private static final Pattern FEATURE = Pattern.compile(", from `[^`]*`|Source: REDACTED \\(`[^`]*` disabled\\); ");

    private Json() {}

    /** @throws ProblemException if it is not one JSON value */
    static JsonNode read(String text) {
        try {
            JsonNode value = STRICT.readTree(text);
            if (value.isMissingNode()) {
                throw ProblemException.badRequest("the content is not JSON: it is blank");
            }
            return value;
        } catch (MismatchedInputException more) {
            throw ProblemException.badRequest("the content is not JSON: something follows it");
        } catch (JsonProcessingException bad) {
            String reason = FEATURE.matcher(
                            bad.getOriginalMessage().lines().findFirst().orElse(""))
                    .replaceAll("");
            throw ProblemException.badRequest("the content is not JSON: " + Quoted.shortened(reason));
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static String write(JsonNode value) {
        return value.toString();
    }

    static Reply ok(JsonNode value) {
        return reply(200, value);
    }

    static Reply reply(int status, JsonNode value) {
        return Reply.of(status, "application/json", write(value));
    }

    static Reply nothing() {
        return Reply.empty(204);
    }
}
