package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.EventRule;
import dev.sandbank.internal.model.Entry;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event and how far its deliveries are, as an entry of {@code webhookEvents} has it.
 *
 * @param id its id
 * @param number its place among all events of the sandbox, from 1
 * @param type its type
 * @param category the bank's name for its group of types, or null
 * @param message the id of its message, the same for all endpoints and attempts
 * @param createdAt when it was made
 * @param body what every attempt sends, byte for byte
 * @param call the number of the call that made it; 0 if a control or the clock did
 * @param total how many characters the bodies of all events up to this one have together
 * @param deliveries how far its deliveries are, by the endpoint's id
 */
public record StoredEvent(
        String id,
        long number,
        String type,
        @Nullable String category,
        String message,
        Instant createdAt,
        String body,
        long call,
        long total,
        Map<String, StoredDelivery> deliveries) {

    public StoredEvent {
        deliveries = Collections.unmodifiableMap(deliveries);
    }

    static StoredEvent of(Entry entry) {
        ObjectNode document = entry.document();
        Map<String, StoredDelivery> deliveries = new LinkedHashMap<>();
        document.path("deliveries")
                .properties()
                .forEach(each -> deliveries.put(each.getKey(), StoredDelivery.of(each.getValue())));
        JsonNode category = document.path("category");
        return new StoredEvent(
                entry.id(),
                document.path("number").asLong(),
                document.path("type").asText(),
                category.isTextual() ? category.textValue() : null,
                document.path("message").asText(),
                instant(document.path("createdAt"), entry.createdAt()),
                document.path("body").asText(),
                document.path(EventRule.CALL).asLong(),
                document.path("total").asLong(),
                deliveries);
    }

    static Instant instant(JsonNode text, Instant otherwise) {
        return text.isTextual() ? Instant.parse(text.textValue()) : otherwise;
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", id).put("number", number).put("type", type);
        if (category != null) {
            document.put("category", category);
        }
        document.put("message", message).put("createdAt", createdAt.toString()).put("body", body);
        if (call > 0) {
            document.put(EventRule.CALL, call);
        }
        document.put("total", total);
        ObjectNode told = document.putObject("deliveries");
        deliveries.forEach((endpoint, delivery) -> told.set(endpoint, delivery.document()));
        return document;
    }

    /** Returns the same with another state of one delivery. */
    StoredEvent with(String endpoint, StoredDelivery delivery) {
        Map<String, StoredDelivery> others = new LinkedHashMap<>(deliveries);
        others.put(endpoint, delivery);
        return new StoredEvent(id, number, type, category, message, createdAt, body, call, total, others);
    }

    /** Returns the same as the one that follows another, or as the first. */
    StoredEvent after(@Nullable StoredEvent last) {
        long numbered = last == null ? 1 : last.number() + 1;
        long all = (last == null ? 0 : last.total()) + body.length();
        return new StoredEvent(id, numbered, type, category, message, createdAt, body, call, all, deliveries);
    }
}
