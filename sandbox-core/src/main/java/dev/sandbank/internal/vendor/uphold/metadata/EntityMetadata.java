package dev.sandbank.internal.vendor.uphold.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.vendor.uphold.metadata.JsonPatch.Failure;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The metadata of an entry: its tag, and its changes by calls. */
public final class EntityMetadata {

    private static final String METADATA = "metadata";

    private EntityMetadata() {}

    /** Returns the parts about metadata that the dialect can name. */
    public static VendorParts parts() {
        Map<String, CallFact> ofCall = Map.of(
                "isMatch", call -> asksFor(call, "If-Match"),
                "isKnown", call -> asksFor(call, "If-None-Match"),
                "bodyLength", call -> call.input().body().toString().length(),
                "patchFailure", EntityMetadata::failure,
                "patchTooLarge", EntityMetadata::tooLarge,
                "patched", call -> patched(call).document(),
                "patchedLength", call -> patched(call).document().toString().length());
        return new VendorParts(ofCall, Map.of("metadataTag", (call, entry) -> tag(entry)), Map.of());
    }

    /** Returns the SHA-256 of its canonical form, whose members are sorted by name. */
    private static @Nullable String tag(Entry entry) {
        JsonNode metadata = entry.document().path(METADATA);
        return metadata.isObject() ? '"' + Hash.hex(canonical(metadata).toString()) + '"' : null;
    }

    private static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(member -> sorted.put(member.getKey(), canonical(member.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            return object.setAll(sorted);
        }
        if (!node.isArray()) {
            return node;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        node.forEach(element -> array.add(canonical(element)));
        return array;
    }

    /** Whether a conditional header of a call names the present tag, strong or weak, in upper or lower case. */
    private static boolean asksFor(Call call, String header) {
        String named = call.input().get(header).asText();
        String tag = named.startsWith("W/") ? named.substring(2) : named;
        return tag.equalsIgnoreCase(tag(call.resources().get(0).entry()));
    }

    private static JsonPatch.Outcome patched(Call call) {
        JsonNode now = call.resources().stream()
                .map(resource -> resource.entry().document().path(METADATA))
                .findFirst()
                .orElse(MissingNode.getInstance());
        return JsonPatch.apply(call.input().body(), now);
    }

    private static @Nullable Finding failure(Call call) {
        return patched(call)
                .failure()
                .filter(failure -> !failure.tooLarge())
                .map(failure -> finding(call, failure))
                .orElse(null);
    }

    private static @Nullable Finding tooLarge(Call call) {
        return patched(call)
                .failure()
                .filter(Failure::tooLarge)
                .map(failure -> finding(call, failure))
                .orElse(null);
    }

    private static Finding finding(Call call, Failure failure) {
        JsonNode said = call.input().body().path(failure.index());
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("index", failure.index());
        operation.put("op", said.path("op").asText());
        operation.put("path", said.path("path").asText());
        return new Finding(
                "The patch cannot be applied: " + failure.reason(),
                Map.of("operation", operation, "cause", failure.reason()));
    }
}
