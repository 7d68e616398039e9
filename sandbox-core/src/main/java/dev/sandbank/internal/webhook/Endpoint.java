package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of events, as an entry of {@code webhooks} has it.
 *
 * @param id its id
 * @param document its members: {@code types} or {@code categories} if it does not want all, {@code secret}, {@code
 *     disabled} if it gets no events, {@code paused} if they wait, {@code deliverTo} if the sandbox posts them
 */
public record Endpoint(String id, ObjectNode document) {

    static Endpoint of(Entry entry) {
        return new Endpoint(entry.id(), entry.document());
    }

    /** Whether it wants events of a type. */
    boolean wants(String type, @Nullable String category) {
        JsonNode types = document.path("types");
        JsonNode categories = document.path("categories");
        boolean all = !types.isArray() && !categories.isArray();
        return all || has(types, type) || (category != null && has(categories, category));
    }

    private static boolean has(JsonNode list, String text) {
        return list.valueStream().anyMatch(each -> each.asText().equals(text));
    }

    /** Whether it gets no events. */
    boolean isDisabled() {
        return document.path("disabled").asBoolean() || isIn("inactive");
    }

    /** Whether its events wait until it goes on. */
    public boolean isPaused() {
        return document.path("paused").asBoolean() || isIn("suspended");
    }

    private boolean isIn(String state) {
        return document.path("state").asText().equals(state);
    }
}
