package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.webhook.Deliveries;
import dev.sandbank.internal.webhook.Deliveries.Delivery;
import dev.sandbank.internal.webhook.Endpoint;
import dev.sandbank.internal.webhook.StoredEvent;
import dev.sandbank.internal.webhook.Webhooks;
import dev.sandbank.internal.webhook.send.PostOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

    /**
     * Checks the name of an event.
     *
     * @throws UnknownNameException if the bank has no such event
     */
    public void requireKnown(String type) {
        if (!webhooks().types().contains(type)) {
            throw new UnknownNameException("there is no event \"" + type + '"'
                    + DidYouMean.hint(type, webhooks().types()));
        }
    }

    @Override
    public long dropped() {
        return at.environment().upToDate(tables -> webhooks().dropped());
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

    @Override
    public List<SandbankWebhook> endpoints() {
        return at.environment().upToDate(tables -> webhooks().endpoints().all()).stream()
                .<SandbankWebhook>map(endpoint -> new EndpointControl(endpoint.id(), this))
                .toList();
    }

    @Override
    public EndpointControl to(String endpoint) {
        return new EndpointControl(
                at.environment().upToDate(tables -> endpoint(endpoint)).id(), this);
    }

    Endpoint endpoint(String id) {
        List<Endpoint> all = webhooks().endpoints().all();
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("there is no webhook \"" + id + '"'
                        + DidYouMean.hint(id, all.stream().map(Endpoint::id).toList())));
    }

    Deliveries deliveriesOf() {
        return webhooks().deliveries();
    }

    /** Tells those who wait that something has changed. */
    void settle() {
        webhooks().committed();
    }

    /** @throws IllegalArgumentException if the sandbox may not post there */
    void requireAllowed(URI receiver) {
        requireAllowed(webhooks().refusal(receiver), receiver);
    }

    /**
     * Refuses a receiver.
     *
     * @param refusal why; empty if it is allowed
     */
    public static void requireAllowed(Optional<String> refusal, URI receiver) {
        refusal.ifPresent(why -> {
            throw new IllegalArgumentException("the sandbox does not post to " + receiver + ": " + why);
        });
    }

    /** Posts an attempt; returns the status of the answer, 0 if there was none. */
    int posted(URI receiver, Map<String, String> headers, String body) throws InterruptedException {
        requireAllowed(receiver);
        return status(webhooks().post(receiver, headers, body));
    }

    /** Gets a token for an endpoint that wants one, unless a valid one is known; returns why there is none, or nothing. */
    Optional<String> authorize(String to) {
        Endpoint endpoint = at.environment().upToDate(tables -> endpoint(to));
        try {
            return done(webhooks().authorize(endpoint));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the thread was interrupted");
        }
    }

    /** Waits for an answer, but not on its future: while a test waits on a future, JUnit's pool would start more tests than allowed. */
    public static int status(CompletableFuture<PostOutcome> posted) throws InterruptedException {
        return done(posted) instanceof PostOutcome.Answered answered ? answered.status() : 0;
    }

    private static <T> T done(CompletableFuture<T> future) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        CompletableFuture<T> outcome = future.whenComplete((done, failed) -> there.countDown());
        there.await();
        return outcome.join();
    }

    @Override
    public List<WebhookDelivery> due() {
        return controls(at.environment().upToDate(tables -> deliveriesOf().due()));
    }

    /** All deliveries, endpoint by endpoint. */
    public List<WebhookDelivery> deliveries() {
        return endpoints().stream()
                .flatMap(endpoint -> endpoint.deliveries().stream())
                .toList();
    }

    /**
     * Returns the delivery of an event.
     *
     * @throws UnknownNameException if there is no such event, or it does not go to this endpoint
     */
    public DeliveryControl delivery(String event, String to) {
        Delivery found = at.environment()
                .upToDate(tables -> deliveriesOf()
                        .find(event, to)
                        .orElseThrow(() -> new UnknownNameException(
                                "there is no delivery of event " + event + " to webhook " + to + " (any more)")));
        return new DeliveryControl(shown(found.event()), to, this);
    }

    List<WebhookDelivery> controls(List<Delivery> deliveries) {
        return deliveries.stream()
                .<WebhookDelivery>map(each ->
                        new DeliveryControl(shown(each.event()), each.endpoint().id(), this))
                .toList();
    }
}
