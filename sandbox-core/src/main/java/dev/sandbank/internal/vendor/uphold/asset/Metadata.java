package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import java.util.Map;

/** What callers note on things that they make; what is too long is not kept, but undoes nothing. */
public final class Metadata {

    private static final int MOST_CHARACTERS = 1024;

    private static final Map<String, Object> TOO_LARGE = Map.of(
            "code", "content_too_large",
            "message", "The entity metadata size is greater than maximum size limit",
            "details", Map.of("threshold", Map.of("unit", "characters", "limit", MOST_CHARACTERS)));

    private Metadata() {}

    /** Keeps what a call notes; returns what the reply has to tell besides. */
    public static Map<String, Object> keep(Call call, ObjectNode document) {
        JsonNode metadata = call.input().body().path("metadata");
        if (metadata.isMissingNode()) {
            return Map.of();
        }
        if (metadata.toString().length() > MOST_CHARACTERS) {
            return Map.of("errors", Map.of("metadata", TOO_LARGE));
        }
        document.set("metadata", metadata);
        return Map.of();
    }
}
