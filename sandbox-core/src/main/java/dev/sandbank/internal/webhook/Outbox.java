package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.EventRule;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.webhook.send.ReceiverHosts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The events of an environment and the endpoints that they go to: both are entries, so that transactions, bounds,
 * exports and controls know them as they know all others.
 */
public final class Outbox {

    static final String ENDPOINTS = EventRule.ENDPOINTS;
    private static final String EVENTS = EventRule.EVENTS;
    private static final String DEFAULT = "default";
    private static final String KEPT = "webhookEventsKept";
    private static final String LIFE = "webhookEventLife";

    /** How many characters the bodies of the kept events may have together. */
    private static final int MOST = 4 * 1024 * 1024;

    /** More than an entry takes besides its text. */
    private static final int ENTRY = 4096;

    private final Store store;
    private final Settings settings;
    private final Supplier<Optional<String>> secrets;
    private final boolean events;
    private final boolean states;
    private final ClientEndpoints clients;

    /**
     * @param secrets makes a secret, if the bank signs with any
     * @param events whether the bank has events
     * @param states whether its endpoints have a state, because it suspends them
     * @param hosts where the sandbox may post
     */
    Outbox(
            Store store,
            Settings settings,
            Supplier<Optional<String>> secrets,
            boolean events,
            boolean states,
            ReceiverHosts hosts) {
        this.events = events;
        this.states = states;
        this.clients = new ClientEndpoints(store::entries, hosts);
        this.store = store;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Returns all endpoints: those for events, then those where clients take logout tokens. */
    List<Endpoint> endpoints() {
        return Stream.concat(forEvents().stream(), clients.all().stream()).toList();
    }

    /** Returns the endpoints for events; if there is none, makes one that gets everything. Each gets a secret, if it needs one. */
    List<Endpoint> forEvents() {
        if (events && own().findAny().isEmpty()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", DEFAULT);
            entries().add(ENDPOINTS, DEFAULT, null, null, document);
        }
        return own().map(this::complete).toList();
    }

    private Stream<Endpoint> own() {
        return entries().all(ENDPOINTS).stream()
                .filter(entry -> !entry.document().has(Endpoint.CLIENT))
                .map(Endpoint::of);
    }

    private Endpoint complete(Endpoint endpoint) {
        if (states && !endpoint.document().has(Endpoint.STATE)) {
            endpoint.document().put(Endpoint.STATE, Endpoint.ACTIVE);
            write(endpoint);
        }
        if (!endpoint.document().has(Endpoint.SECRET)) {
            secrets.get().ifPresent(secret -> {
                endpoint.document().put(Endpoint.SECRET, secret);
                write(endpoint);
            });
        }
        return endpoint;
    }

    void write(Endpoint endpoint) {
        if (!entries().replace(ENDPOINTS, endpoint.id(), endpoint.document())) {
            entries().add(ENDPOINTS, endpoint.id(), null, null, endpoint.document());
        }
    }

    /** Whether the sandbox itself posts the deliveries of any endpoint. */
    boolean delivers() {
        return Stream.concat(own(), clients.all().stream())
                .anyMatch(endpoint -> endpoint.deliverTo().isPresent());
    }

    Optional<Endpoint> endpoint(String id) {
        return endpoints().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns the events that are kept, in the order in which they were made. */
    List<StoredEvent> events() {
        return entries().all(EVENTS).stream().map(StoredEvent::of).toList();
    }

    /** Returns how many of the events that were made are no longer kept: they have their numbers one by one. */
    long dropped() {
        return latest().map(last -> last.number() - entries().count(EVENTS)).orElse(0L);
    }

    Optional<StoredEvent> event(String id) {
        return entries().find(EVENTS, id).map(StoredEvent::of);
    }

    Optional<StoredEvent> latest() {
        return entries().last(EVENTS).map(StoredEvent::of);
    }

    /** Returns the time of the transaction. */
    Instant now() {
        return store.now();
    }

    /** Makes all that waits for another attempt at an endpoint due. */
    void wake(Endpoint endpoint, Instant now) {
        for (StoredEvent event : events()) {
            StoredDelivery delivery = event.deliveries().get(endpoint.id());
            if (delivery != null && delivery.nextAt() != null && !delivery.isDue(now)) {
                write(event.with(endpoint.id(), delivery.dueAt(now)));
            }
        }
    }

    /** Adds an event after the last one; the oldest make room for it. */
    void add(StoredEvent event) {
        StoredEvent next = event.after(latest().orElse(null));
        forget(next);
        makeRoom(next);
        entries().at(next.createdAt()).add(EVENTS, next.id(), null, null, next.document());
    }

    void write(StoredEvent event) {
        entries().replace(EVENTS, event.id(), event.document());
    }

    /** Removes the oldest events while they are too old, or while one more would be too many or too much. */
    private void forget(StoredEvent next) {
        int surplus = entries().count(EVENTS) - settings.number(KEPT) + 1;
        Instant since = next.createdAt().minus(settings.duration(LIFE));
        Optional<StoredEvent> oldest = oldest();
        while (oldest.isPresent()
                && (surplus > 0
                        || oldest.get().createdAt().isBefore(since)
                        || next.total()
                                        - oldest.get().total()
                                        + oldest.get().body().length()
                                > MOST)) {
            entries().delete(EVENTS, oldest.get().id());
            surplus--;
            oldest = oldest();
        }
    }

    /** Removes the older half of the events while the sandbox's memory has no room for one more. */
    private void makeRoom(StoredEvent next) {
        long wanted = ENTRY + 2L * next.document().toString().length();
        int kept = entries().count(EVENTS);
        while (kept > 0 && !store.hasRoomFor(wanted)) {
            entries()
                    .from(EVENTS, 0, (kept + 1) / 2)
                    .forEach(old -> entries().delete(EVENTS, old.entry().id()));
            kept = entries().count(EVENTS);
        }
    }

    private Optional<StoredEvent> oldest() {
        return entries().from(EVENTS, 0, 1).stream()
                .map(placed -> StoredEvent.of(placed.entry()))
                .findFirst();
    }

    private Entries entries() {
        return store.entries();
    }
}
