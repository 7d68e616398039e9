package dev.sandbank.internal.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.text.UrlEncoded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads content strictly and within bounds, of a supported media type: JSON, which is one value without duplicate
 * members, or a form, which becomes an object. Both must be valid UTF-8.
 */
public final class ContentReader {

    /** The media type of a form. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final String NO_JSON = "The content is not well-formed JSON";

    private ContentReader() {}

    static JsonNode read(Operation.Content content, Request request) throws RefusedInput {
        if (request.body().tooLarge()) {
            throw new RefusedInput(new Refusal.Unreadable("body-too-large", "The content is larger than 1 MiB"));
        }
        if (request.body().isEmpty() && !request.mediaType().equals(FORM)) {
            return empty(content);
        }
        requireMediaType(content, request);
        String text = request.body().utf8().orElseThrow(() -> malformed("The content is not UTF-8"));
        return read(content, request.mediaType(), text);
    }

    /** Reads a text as content of a media type; empty if it cannot be read. */
    public static Optional<JsonNode> find(Operation.Content content, String mediaType, String text) {
        try {
            return Optional.of(read(content, mediaType, text));
        } catch (RefusedInput unreadable) {
            return Optional.empty();
        }
    }

    private static JsonNode read(Operation.Content content, String mediaType, String text) throws RefusedInput {
        if (mediaType.equals(FORM)) {
            return form(content, text);
        }
        if (text.isBlank()) {
            throw malformed(NO_JSON);
        }
        try {
            return BoundedJson.read(text);
        } catch (JsonProcessingException bad) {
            throw malformed(BoundedJson.exceeds(bad) ? "The content " + BoundedJson.told(bad) : NO_JSON);
        }
    }

    private static JsonNode form(Operation.Content content, String text) throws RefusedInput {
        SchemaTypes types = new SchemaTypes(content.components());
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, List<String>> field : fields(text).entrySet()) {
            List<String> steps = SchemaTypes.steps(field.getKey());
            if (steps.isEmpty()) {
                throw malformed(
                        "The content has a name that cannot be read or exceeds a bound; names look like a, a[b], a[] or a[0][b]");
            }
            if (!types.put(form, content.schema(FORM), steps, field.getValue())) {
                throw malformed("The content sets /" + String.join("/", steps)
                        + ", which has a value already or cannot have one");
            }
        }
        return form;
    }

    private static Map<String, List<String>> fields(String text) throws RefusedInput {
        try {
            return UrlEncoded.parse(text).asMap();
        } catch (IllegalArgumentException garbled) {
            throw malformed("The content is not a well-formed form: " + garbled.getMessage());
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
        if (!content.mediaTypes().contains(request.mediaType())) {
            String accepted = String.join(" or ", content.mediaTypes());
            throw new RefusedInput(new Refusal.Unreadable(
                    "media-type-unsupported",
                    "The content must be " + accepted,
                    Map.of("accepted", content.mediaTypes())));
        }
    }

    /** Thrown to refuse content while it is read; never leaves this package. */
    static final class RefusedInput extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        RefusedInput(Refusal refusal) {
            super(refusal.detail(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
