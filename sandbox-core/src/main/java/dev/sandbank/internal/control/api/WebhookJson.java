package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.WebhookEvent;
import java.time.Instant;

/** Writes and reads events and deliveries as JSON. */
public final class WebhookJson {

    private WebhookJson() {}

    static ObjectNode write(WebhookEvent event) {
        return Json.object()
                .put("id", event.id())
                .put("type", event.type())
                .put("createdAt", event.createdAt().toString())
                .put("body", event.json())
                .put("call", event.call());
    }

    public static WebhookEvent event(JsonNode told) {
        return new WebhookEvent(
                told.path("id").asText(),
                told.path("type").asText(),
                Instant.parse(told.path("createdAt").asText()),
                told.path("body").asText(),
                told.path("call").asLong());
    }
}
