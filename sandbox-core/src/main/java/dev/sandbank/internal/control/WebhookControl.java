package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.webhook.StoredEvent;
import dev.sandbank.internal.webhook.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Controls the events of an environment and their deliveries.
 *
 * @param at the environment
 */
public record WebhookControl(EnvironmentControl at) implements SandbankWebhooks {

    /** @throws UnknownNameException if the bank has no events */
    static WebhookControl of(EnvironmentControl at) {
        WebhookControl control = new WebhookControl(at);
        control.webhooks();
        return control;
    }

    /**
     * The webhooks of the fixture that was loaded last.
     *
     * @throws UnknownNameException if its bank has no events
     */
    public Webhooks webhooks() {
        return at.environment()
                .webhooks()
                .orElseThrow(() ->
                        new UnknownNameException("this bank has no events: its dialect has no member \"events\""));
    }

    @Override
    public List<WebhookEvent> events() {
        return at.environment().upToDate(tables -> webhooks().events()).stream()
                .map(WebhookControl::shown)
                .toList();
    }

    static WebhookEvent shown(StoredEvent event) {
        return new WebhookEvent(event.id(), event.type(), event.createdAt(), event.body(), event.call());
    }

    @Override
    public List<WebhookEvent> events(String type) {
        requireKnown(type);
        return events().stream().filter(event -> event.type().equals(type)).toList();
    }

    /** @throws UnknownNameException if the bank has no such event */
    public void requireKnown(String type) {
        if (!webhooks().types().contains(type)) {
            throw new UnknownNameException("there is no event \"" + type + '"'
                    + DidYouMean.hint(type, webhooks().types()));
        }
    }

    @Override
    public WebhookEvent await(String type, Duration atMost) throws InterruptedException {
        long left = TimeLimits.wait(atMost).toNanos();
        while (true) {
            long seen = webhooks().arrivals().revision();
            List<WebhookEvent> fitting = events(type);
            if (!fitting.isEmpty()) {
                return fitting.get(fitting.size() - 1);
            }
            left = webhooks().arrivals().await(seen, left);
            if (left <= 0) {
                throw none(type, atMost, events());
            }
        }
    }

    /** Says which events there are instead. */
    public static AssertionError none(String type, Duration atMost, List<WebhookEvent> events) {
        String others = events.stream().map(WebhookEvent::type).distinct().collect(Collectors.joining(", "));
        return new AssertionError("no event " + type + " was made within " + atMost
                + (others.isEmpty() ? ", nor any other" : ", only " + others));
    }

    @Override
    public WebhookEvent make(String type, String data) {
        requireKnown(type);
        JsonNode read = BoundedJson.find(data)
                .orElseThrow(() -> new IllegalArgumentException("the data of an event must be JSON"));
        return shown(
                at.change("event " + type + " is made", tables -> webhooks().make(type, read)));
    }
}
