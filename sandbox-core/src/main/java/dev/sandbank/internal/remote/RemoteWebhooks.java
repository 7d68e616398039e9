package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.control.WebhookControl;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.control.api.WebhookJson;
import dev.sandbank.internal.text.BoundedJson;
import java.time.Duration;
import java.util.List;

/** The events of an environment at a server, and their deliveries. */
record RemoteWebhooks(RemoteEnvironment at) implements SandbankWebhooks {

    static final String ENDPOINTS = "endpoints";
    static final String WEBHOOKS = "webhooks";
    private static final String EVENTS = "events";
    private static final String TYPE = "type";

    private RemoteApi.Call call(String type) {
        return at.call("GET", WEBHOOKS, EVENTS).with(TYPE, type);
    }

    private static List<WebhookEvent> read(JsonNode told) {
        return told.path(EVENTS).valueStream().map(WebhookJson::event).toList();
    }

    @Override
    public List<WebhookEvent> events() {
        return events("");
    }

    @Override
    public List<WebhookEvent> events(String type) {
        return read(call(type).send());
    }

    @Override
    public long dropped() {
        return call("").send().path("dropped").asLong();
    }

    @Override
    public WebhookEvent await(String type, Duration atMost) throws InterruptedException {
        LongPoll poll = LongPoll.of(at.api(), atMost);
        while (true) {
            List<WebhookEvent> fitting = events(type);
            if (!fitting.isEmpty()) {
                return fitting.get(fitting.size() - 1);
            }
            if (poll.isOver()) {
                throw WebhookControl.none(type, atMost, events());
            }
            poll.look(call(type));
        }
    }

    @Override
    public WebhookEvent make(String type, String data) {
        JsonNode read = BoundedJson.find(data)
                .orElseThrow(() -> new IllegalArgumentException("the data of an event must be JSON"));
        return WebhookJson.event(at.call("POST", WEBHOOKS, EVENTS)
                .json(Json.object().put(TYPE, type).set("data", read))
                .send());
    }

    @Override
    public List<SandbankWebhook> endpoints() {
        return at.call("GET", WEBHOOKS, ENDPOINTS)
                .send()
                .path(ENDPOINTS)
                .valueStream()
                .<SandbankWebhook>map(told -> new RemoteEndpoint(told.path("id").asText(), this))
                .toList();
    }

    @Override
    public SandbankWebhook to(String endpoint) {
        return new RemoteEndpoint(
                at.call("GET", WEBHOOKS, ENDPOINTS, endpoint).send().path("id").asText(), this);
    }

    @Override
    public List<WebhookDelivery> due() {
        return deliveries("due", "");
    }

    /** @param endpoint only those to this one; empty for all */
    List<WebhookDelivery> deliveries(String which, String endpoint) {
        return at.call("GET", WEBHOOKS, which)
                .with("endpoint", endpoint)
                .send()
                .path("deliveries")
                .valueStream()
                .<WebhookDelivery>map(told -> new RemoteDelivery(
                        WebhookJson.event(told.path("event")), told.path("to").asText(), this))
                .toList();
    }
}
