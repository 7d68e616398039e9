package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.BadDelivery;
import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.control.DeliveryControl;
import java.time.Instant;
import java.util.List;

/** Writes and reads events and deliveries as JSON. */
public final class WebhookJson {

    private static final String EVENT = "event";
    private static final String HEADERS = "headers";
    private static final String BODY = "body";

    private WebhookJson() {}

    static ObjectNode write(WebhookEvent event) {
        return Json.object()
                .put("id", event.id())
                .put("type", event.type())
                .put("createdAt", event.createdAt().toString())
                .put(BODY, event.json())
                .put("call", event.call());
    }

    public static WebhookEvent event(JsonNode told) {
        return new WebhookEvent(
                told.path("id").asText(),
                told.path("type").asText(),
                Instant.parse(told.path("createdAt").asText()),
                told.path(BODY).asText(),
                told.path("call").asLong());
    }

    static ObjectNode write(SandbankWebhook endpoint) {
        return Json.object().put("id", endpoint.id()).put("paused", endpoint.isPaused());
    }

    static ObjectNode write(WebhookDelivery delivery) {
        ObjectNode told = Json.object();
        told.set(EVENT, write(delivery.event()));
        told.put("to", delivery.to());
        told.put("state", Json.word(delivery.state()));
        told.put("attempts", delivery.attempts());
        delivery.nextAt().ifPresent(next -> told.put("nextAt", next.toString()));
        told.put("lastStatus", delivery.lastStatus());
        return told;
    }

    /** Writes a delivery with what an attempt now would send. */
    static ObjectNode signed(DeliveryControl delivery) {
        return write(delivery).set(HEADERS, Json.texts(delivery.presentHeaders()));
    }

    static ObjectNode write(BadDelivery bad) {
        ObjectNode told = Json.object();
        told.put("flaw", Json.word(bad.flaw()));
        told.put("expectation", Json.word(bad.expectation()));
        told.put("stored", bad.stored());
        ArrayNode attempts = told.putArray("attempts");
        bad.attempts()
                .forEach(attempt ->
                        attempts.addObject().put(BODY, attempt.body()).set(HEADERS, Json.texts(attempt.headers())));
        return told;
    }

    public static BadDelivery bad(JsonNode told) {
        return new ToldBadDelivery(
                Json.constant(DeliveryFlaw.class, told.path("flaw")),
                Json.constant(BadDelivery.Expectation.class, told.path("expectation")),
                told.path("attempts")
                        .valueStream()
                        .map(attempt -> new Attempt(
                                Json.members(attempt.path(HEADERS), JsonNode::asText),
                                attempt.path(BODY).asText()))
                        .toList(),
                told.path("stored").asInt());
    }

    private record ToldBadDelivery(
            DeliveryFlaw flaw, BadDelivery.Expectation expectation, List<Attempt> attempts, int stored)
            implements BadDelivery {}
}
