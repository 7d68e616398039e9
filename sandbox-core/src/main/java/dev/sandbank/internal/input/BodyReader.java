package dev.sandbank.internal.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Violation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads JSON content strictly: one value, no duplicate members, valid UTF-8, of a media type that is taken here. */
final class BodyReader {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private BodyReader() {}

    static JsonNode read(Operation.Content content, Request request) throws RefusedInput {
        if (request.body().tooLarge()) {
            throw new RefusedInput(new Refusal.Unreadable("body-too-large", "The content is larger than 1 MiB"));
        }
        if (request.body().isEmpty()) {
            return empty(content);
        }
        requireMediaType(content, request);
        try {
            return STRICT.readTree(strictUtf8(request.body().bytes()));
        } catch (IOException e) {
            throw new RefusedInput(new Refusal.Unreadable("body-malformed", "The content is not well-formed JSON"));
        }
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

    private static String strictUtf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
