package dev.sandbank.internal.control;

import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.webhook.Deliveries;
import dev.sandbank.internal.webhook.Deliveries.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Controls the delivery of an event.
 *
 * @param event the event
 * @param to the id of the endpoint
 * @param in the webhooks of its environment
 */
public record DeliveryControl(WebhookEvent event, String to, WebhookControl in) implements WebhookDelivery {

    private static final int UNAUTHORIZED = 401;
    private static final int LEAST = 100;
    private static final int MOST = 599;

    private Delivery known() {
        return on((all, delivery) -> delivery);
    }

    private <T> T on(BiFunction<Deliveries, Delivery, T> work) {
        return in.at().environment().upToDate(tables -> work.apply(in.deliveriesOf(), found()));
    }

    private Delivery found() {
        return in.deliveriesOf()
                .find(event.id(), to)
                .orElseThrow(() -> new UnknownNameException(
                        "there is no delivery of event " + event.id() + " to webhook " + to + " (any more)"));
    }

    @Override
    public State state() {
        return State.valueOf(known().state().state().name());
    }

    @Override
    public boolean awaitState(State state, Duration atMost) throws InterruptedException {
        long left = TimeLimits.wait(atMost).toNanos();
        while (true) {
            long seen = in.webhooks().arrivals().revision();
            if (state() == state) {
                return true;
            }
            left = in.webhooks().arrivals().await(seen, left);
            if (left <= 0) {
                return false;
            }
        }
    }

    @Override
    public int attempts() {
        return known().state().attempts();
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.ofNullable(known().state().nextAt());
    }

    @Override
    public int lastStatus() {
        return known().state().lastStatus();
    }

    @Override
    public Map<String, String> headers() {
        authorize();
        return presentHeaders();
    }

    private void authorize() {
        in.authorize(to).ifPresent(why -> {
            throw new WrongStateException("there is no token for webhook " + to + ": " + why);
        });
    }

    /** Gets a token for the endpoint if it wants one, as far as its token server gives one: this may take a while. */
    public void prepare() {
        var unused = in.authorize(to);
    }

    /** The header fields that need no further token. */
    public Map<String, String> presentHeaders() {
        return on(Deliveries::headers);
    }

    @Override
    public void answered(int status) {
        requireStatus(status);
        attempted(status);
    }

    private static void requireStatus(int status) {
        if (!isStatus(status)) {
            throw new IllegalArgumentException("an HTTP status is from " + LEAST + " to " + MOST + ", not " + status);
        }
    }

    static boolean isStatus(int status) {
        return status >= LEAST && status <= MOST;
    }

    @Override
    public void unanswered() {
        attempted(0);
    }

    private void attempted(int status) {
        String what = "event " + event.type() + " to webhook " + to + ": "
                + (status == 0 ? "an attempt was not answered" : "an attempt was answered with " + status);
        in.at().change(what, tables -> in.deliveriesOf().attempted(found(), status));
        in.settle();
    }

    @Override
    public int deliver(URI receiver) throws InterruptedException {
        in.requireAllowed(receiver);
        int status = in.posted(receiver, headers(), body());
        if (status == UNAUTHORIZED && refused()) {
            status = in.posted(receiver, headers(), body());
        }
        attempted(status);
        return status;
    }

    /** Forgets the token that the receiver has refused; returns whether there was one. */
    private boolean refused() {
        return on(Deliveries::refused);
    }

    @Override
    public BadDelivery bad(DeliveryFlaw flaw) {
        authorize();
        BadDelivery made = on((all, delivery) -> all.bad(delivery, flaw));
        return new AnsweredBadDelivery(made, status -> badAnswered(made, status));
    }

    /** Notes how a receiver answered a bad delivery. */
    public void badAnswered(BadDelivery bad, int status) {
        requireStatus(status);
        String flaw = bad.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String answer = "bad delivery (" + flaw + ") to webhook " + to + " was answered with " + status;
        in.at()
                .note(
                        bad.expectation().fits(status)
                                ? answer
                                : answer + ", expected " + bad.expectation().statuses());
    }
}
