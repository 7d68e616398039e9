package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.control.WebhookControl;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import java.util.List;
import java.util.Optional;

/** Operations on events. */
final class EventOperations {

    private static final String EVENTS = "/webhooks/events";
    private static final String TYPE = "type";

    private final WebhookWaits waits;

    EventOperations(WebhookWaits waits) {
        this.waits = waits;
    }

    List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", EVENTS, this::events).with(ControlRequest.ENVIRONMENT, TYPE, "wait"),
                ControlOperation.of("POST", EVENTS, EventOperations::make)
                        .with(ControlRequest.ENVIRONMENT)
                        .taking(TYPE, "data"));
    }

    private Outcome events(ControlRequest asked) {
        WebhookControl webhooks = asked.environment().webhooks();
        Optional<String> type = asked.query().find(TYPE);
        type.ifPresent(webhooks::requireKnown);
        return waits.until(asked, webhooks, () -> webhooks.webhooks().has(type), () -> told(webhooks, type));
    }

    private static Reply told(WebhookControl webhooks, Optional<String> type) {
        ObjectNode told = Json.object();
        ArrayNode events = told.putArray("events");
        List<WebhookEvent> found = type.map(webhooks::events).orElseGet(webhooks::events);
        found.forEach(event -> events.add(WebhookJson.write(event)));
        told.put("dropped", webhooks.dropped());
        return Json.ok(told);
    }

    private static Reply make(ControlRequest asked) {
        String type = asked.content().text(TYPE);
        String data = asked.content().any("data").toString();
        return Json.reply(201, WebhookJson.write(asked.environment().webhooks().make(type, data)));
    }
}
