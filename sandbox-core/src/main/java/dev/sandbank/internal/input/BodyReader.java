package dev.sandbank.internal.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.text.BoundedJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads JSON content strictly and within bounds: one value, no duplicate members, valid UTF-8, of a media type that is taken here. */
final class BodyReader {

    private static final String NO_JSON = "The content is not well-formed JSON";

    private BodyReader() {}

    static JsonNode read(Operation.Content content, Request request) throws RefusedInput {
        if (request.body().tooLarge()) {
            throw new RefusedInput(new Refusal.Unreadable("body-too-large", "The content is larger than 1 MiB"));
        }
        if (request.body().isEmpty()) {
            return empty(content);
        }
        requireMediaType(content, request);
        String text = request.body().utf8().filter(utf8 -> !utf8.isBlank()).orElseThrow(() -> malformed(NO_JSON));
        try {
            return BoundedJson.read(text);
        } catch (JsonProcessingException bad) {
            throw malformed(BoundedJson.exceeds(bad) ? "The content " + BoundedJson.told(bad) : NO_JSON);
        }
    }

    private static RefusedInput malformed(String detail) {
        return new RefusedInput(new Refusal.Unreadable("body-malformed", detail));
    }

    private static JsonNode empty(Operation.Content content) throws RefusedInput {
        if (content.required()) {
            Violation missing = new Violation("body", "required", Map.of(), "content is required");
            throw new RefusedInput(new Refusal.InputInvalid("body", List.of(missing)));
        }
        return MissingNode.getInstance();
    }

    private static void requireMediaType(Operation.Content content, Request request) throws RefusedInput {
        String sent = request.headers().first("Content-Type").orElse("");
        String type = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!content.mediaTypes().contains(type) || request.headers().repeats("Content-Type")) {
            String accepted = String.join(" or ", content.mediaTypes());
            throw new RefusedInput(new Refusal.Unreadable("media-type-unsupported", "The content must be " + accepted));
        }
    }
}
