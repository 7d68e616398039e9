package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.control.WebhookControl;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.control.api.WebhookJson;
import dev.sandbank.internal.text.BoundedJson;
import java.time.Duration;
import java.util.List;

/** The events of an environment at a server, and their deliveries. */
record RemoteWebhooks(RemoteEnvironment at) implements SandbankWebhooks {

    private static final String WEBHOOKS = "webhooks";
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
}
