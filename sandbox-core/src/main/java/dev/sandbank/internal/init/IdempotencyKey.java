package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.Optional;
import java.util.Set;

/** Recognises the key by which a bank knows that a call repeats an earlier one. */
final class IdempotencyKey {

    /** The refusal of another call with the same key. */
    static final String CONFLICT = "idempotency-conflict";

    private static final Set<String> NAMES =
            Set.of("idempotencykey", "xidempotencykey", "idempotencytoken", "idempotenttoken");

    private IdempotencyKey() {}

    /** Returns where an operation has its key, as a dialect says it. */
    static Optional<ObjectNode> of(ApiOperation operation, Samples requests) {
        if (operation.isGet()) {
            return Optional.empty();
        }
        Optional<ObjectNode> header = operation
                .parameters()
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("header"))
                .map(parameter -> parameter.path("name").asText())
                .filter(IdempotencyKey::isKey)
                .map(name -> Samples.object().put("header", name).put("conflict", CONFLICT))
                .findFirst();
        return header.or(() -> inContent(operation.body().path("schema"), requests));
    }

    private static Optional<ObjectNode> inContent(JsonNode schema, Samples requests) {
        return requests.shape(schema).properties().keySet().stream()
                .filter(IdempotencyKey::isKey)
                .filter(Literals::isFact)
                .map(name -> Samples.object().put("body", "/" + name).put("conflict", CONFLICT))
                .findFirst();
    }

    private static boolean isKey(String name) {
        return NAMES.contains(Words.plain(name));
    }
}
