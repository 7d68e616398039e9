package dev.sandbank.internal.webhook;

import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.webhook.Deliveries.Delivery;
import dev.sandbank.internal.webhook.send.Courier;
import dev.sandbank.internal.webhook.send.PostOutcome;
import dev.sandbank.internal.webhook.send.ReceiverHosts;
import dev.sandbank.internal.webhook.sign.Sender;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Posts the deliveries of endpoints that name a receiver, as soon as they are due, and records the answers. It never
 * posts while it has the database.
 */
final class Dispatcher implements AutoCloseable {

    /** How soon it looks again for deliveries that become due while the clock runs. */
    private static final Duration SOONEST = Duration.ofMillis(50);

    private static final Duration LATEST = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final Store store;
    private final Courier courier;
    private final ReceiverHosts hosts;
    private final Consumer<String> notes;
    private final Runnable told;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable Instant nextWake;
    private volatile boolean closed;

    /**
     * @param notes takes notes for the journal
     * @param told runs when a delivery has changed
     */
    Dispatcher(Deliveries deliveries, Store store, ReceiverHosts hosts, Consumer<String> notes, Runnable told) {
        this.deliveries = deliveries;
        this.store = store;
        this.hosts = hosts;
        this.courier = new Courier(hosts);
        this.notes = notes;
        this.told = told;
    }

    /** A request that is ready to be sent. */
    private record Ready(Delivery delivery, URI url, Map<String, String> headers) {}

    /** Returns why the sandbox must not post to a URL; empty if it may. */
    Optional<String> refusal(URI url) {
        return hosts.refusal(url);
    }

    /** Posts what is due now. */
    void run() {
        if (!closed) {
            Instant asked = store.now();
            ready().forEach(this::post);
            wakeLater(asked);
        }
    }

    /** Posts one attempt; never completes exceptionally. */
    CompletableFuture<PostOutcome> post(URI url, Map<String, String> headers, String body) {
        return courier.post(url, headers, body, deliveries.style().longestAnswer());
    }

    private List<Ready> ready() {
        return store.atomically(tables -> {
            List<Ready> ready = new ArrayList<>();
            if (deliveries.outbox().delivers()) {
                for (Delivery delivery : deliveries.due()) {
                    delivery.endpoint().deliverTo().flatMap(Dispatcher::url).ifPresent(url -> {
                        if (underWay.add(key(delivery))) {
                            ready.add(new Ready(delivery, url, deliveries.headers(delivery)));
                        }
                    });
                }
            }
            return ready;
        });
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException bad) {
            return Optional.empty();
        }
    }

    /** Returns the name of what is under way: a delivery, or all to an endpoint if they go in order. */
    private String key(Delivery delivery) {
        String endpoint = delivery.endpoint().id();
        return deliveries.areInOrder() ? endpoint : delivery.event().id() + " " + endpoint;
    }

    private void post(Ready ready) {
        Delivery delivery = ready.delivery();
        String body = delivery.event().body();
        var unused = delivery.endpoint()
                .clientCredentials()
                .map(credentials -> deliveries
                        .tokens()
                        .post(credentials, bearer -> post(ready.url(), with(ready.headers(), bearer), body)))
                .orElseGet(() -> post(ready.url(), ready.headers(), body))
                .thenAccept(outcome -> record(delivery, outcome));
    }

    private static Map<String, String> with(Map<String, String> headers, Sender.Credentials credentials) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", credentials.authorization());
        return all;
    }

    private void record(Delivery delivery, PostOutcome outcome) {
        int status = outcome instanceof PostOutcome.Answered answered ? answered.status() : 0;
        try {
            if (!closed) {
                record(delivery, status, said(delivery, outcome));
            }
        } finally {
            underWay.remove(key(delivery));
        }
        if (!closed) {
            told.run();
        }
    }

    /** Records an attempt and its note at once: who sees the delivery changed finds the note, too. */
    private void record(Delivery delivery, int status, String note) {
        store.atomically(tables -> {
            Optional<Delivery> present =
                    deliveries.find(delivery.event().id(), delivery.endpoint().id());
            present.ifPresent(found -> {
                deliveries.attempted(found, status);
                notes.accept(note);
            });
            return present;
        });
    }

    /** Returns a note about an attempt. */
    static String said(Delivery delivery, PostOutcome outcome) {
        String what = "event " + delivery.event().type() + " to webhook "
                + delivery.endpoint().id() + ": an attempt was ";
        return outcome instanceof PostOutcome.Answered answered
                ? what + "answered with " + answered.status()
                : what + "not answered (" + ((PostOutcome.Unanswered) outcome).why() + ")";
    }

    /**
     * Looks again when the next attempt is due, if the clock runs: a stopped one is moved by somebody.
     *
     * @param now a moment before it looked for those that are due, so that none falls due in between
     */
    private void wakeLater(Instant now) {
        store.atomically(tables ->
                        deliveries.outbox().delivers() ? deliveries.nextAfter(now) : Optional.<Instant>empty())
                .filter(next -> isSoonest(next, now))
                .ifPresent(next -> wakeAt(next, now));
    }

    private void wakeAt(Instant next, Instant now) {
        Duration pause = Duration.between(now, next);
        Duration bounded = pause.compareTo(SOONEST) < 0 ? SOONEST : pause.compareTo(LATEST) > 0 ? LATEST : pause;
        CompletableFuture.delayedExecutor(bounded.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> {
                    woken(next);
                    if (!closed && store.now().isAfter(now)) {
                        run();
                    }
                });
    }

    /** Whether it will not look again by itself between now and then; from now on it does. */
    private synchronized boolean isSoonest(Instant next, Instant now) {
        boolean isSoonest = nextWake == null || !nextWake.isAfter(now) || next.isBefore(nextWake);
        if (isSoonest) {
            nextWake = next;
        }
        return isSoonest;
    }

    private synchronized void woken(Instant at) {
        if (at.equals(nextWake)) {
            nextWake = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        courier.close();
    }
}
