package dev.sandbank.internal.webhook;

import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.webhook.Deliveries.Delivery;
import dev.sandbank.internal.webhook.StoredDelivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records attempts: what becomes of the delivery, and of an endpoint that fails or works again.
 *
 * @param style how often the bank tries, and when it stops
 * @param outbox has the events and endpoints
 */
record Attempts(WebhookStyle style, Outbox outbox) {

    /**
     * Records an attempt.
     *
     * @param status the status of the answer; 0 if there was none
     */
    Delivery record(Delivery delivery, int status, Instant now) {
        boolean isTaken = status >= 200 && status < 300;
        StoredDelivery before = delivery.state();
        Endpoint endpoint = delivery.endpoint();
        StoredDelivery next =
                isTaken ? before.attempted(State.DELIVERED, null, status, now) : failed(before, status, now);
        StoredEvent event = delivery.event().with(endpoint.id(), next);
        outbox.write(event);
        if (isTaken) {
            works(endpoint, now);
        } else if (!before.isOver()) {
            fails(endpoint, before, now);
        }
        return new Delivery(event, endpoint, next);
    }

    private StoredDelivery failed(StoredDelivery before, int status, Instant now) {
        if (before.isOver()) {
            return before.attempted(before.state(), null, status, now);
        }
        Instant next = next(before, now)
                .or(() -> style.failing().pause().map(now::plus))
                .orElse(null);
        return before.attempted(next == null ? State.FAILED : State.RETRYING, next, status, now);
    }

    /** Returns when the next attempt is due after one that fails; empty if it was the last. */
    private Optional<Instant> next(StoredDelivery before, Instant now) {
        List<Duration> pauses = style.pauses();
        Instant first = before.firstAt() == null ? now : before.firstAt();
        return Optional.of(before.attempts())
                .filter(attempts -> attempts < pauses.size())
                .map(attempts -> now.plus(pauses.get(attempts)))
                .filter(next -> style.window()
                        .map(window -> !next.isAfter(first.plus(window)))
                        .orElse(true));
    }

    private void works(Endpoint endpoint, Instant now) {
        if (endpoint.probeAt().isPresent()) {
            endpoint.resume();
            outbox.write(endpoint);
            outbox.wake(endpoint, now);
        } else if (endpoint.document().remove(Endpoint.FAILING_SINCE) != null) {
            outbox.write(endpoint);
        }
    }

    private void fails(Endpoint endpoint, StoredDelivery before, Instant now) {
        style.failing().pause().ifPresent(pause -> {
            if (endpoint.probeAt().isPresent()
                    || (!endpoint.isPaused() && next(before, now).isEmpty())) {
                endpoint.probe(now.plus(pause));
                outbox.write(endpoint);
            }
        });
        style.failing().patience().ifPresent(patience -> {
            endpoint.failing(now, patience);
            outbox.write(endpoint);
        });
    }
}
