package dev.sandbank;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The delivery of an event to an endpoint, in its present state.
 *
 * <p>You post its attempts yourself and say what the receiver answered, or let {@link #deliver} do both:
 *
 * <pre>{@code
 * WebhookDelivery delivery = bank.webhooks().due().get(0);
 * HttpResponse<Void> response = http.send(delivery.request(receiver), BodyHandlers.discarding());
 * delivery.answered(response.statusCode());
 * }</pre>
 */
@Experimental
public interface WebhookDelivery {

    /** What became of a delivery. */
    enum State {
        /** No attempt was made. */
        PENDING,
        /** The last attempt failed, and there will be another one. */
        RETRYING,
        /** The receiver answered with a 2xx. */
        DELIVERED,
        /** All attempts failed: the bank makes no other one by itself. */
        FAILED
    }

    WebhookEvent event();

    /** The id of the endpoint. */
    String to();

    State state();

    /**
     * Waits until it is in a state, without polling: for a sandbox that posts by itself.
     *
     * @param atMost how long to wait, by the system's clock
     * @return whether it came to that state
     */
    boolean awaitState(State state, Duration atMost) throws InterruptedException;

    /** How many attempts were made. */
    int attempts();

    /** When the next attempt is due, by the sandbox's clock; empty if none is. */
    Optional<Instant> nextAt();

    /** The status of the last answer; 0 if there was none. */
    int lastStatus();

    /** The header fields of an attempt now, signed for the sandbox's time, without those that every HTTP client adds. */
    Map<String, String> headers();

    /** The content of each attempt, byte for byte. */
    default String body() {
        return event().json();
    }

    /** An attempt now, as a request to a receiver. */
    default HttpRequest request(URI receiver) {
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver).POST(BodyPublishers.ofString(body()));
        headers().forEach(request::setHeader);
        return request.build();
    }

    /**
     * Records an attempt and how the receiver answered it. After a status other than 2xx, the bank tries again later as its
     * dialect says.
     *
     * @throws IllegalArgumentException if this is no HTTP status
     */
    void answered(int status);

    /** Records an attempt without an answer. */
    void unanswered();

    /**
     * Makes an attempt now, whatever its state: posts it, and records the answer.
     *
     * @param receiver a URL on this machine
     * @return the status of the answer; 0 if there was none
     * @throws IllegalArgumentException if the sandbox may not post there
     */
    int deliver(URI receiver) throws InterruptedException;

    /**
     * Makes it wrong in one way, for a receiver that must refuse it, or right although it looks wrong. The delivery itself stays
     * as it is.
     *
     * @throws IllegalArgumentException if the bank's deliveries cannot have this flaw
     */
    BadDelivery bad(DeliveryFlaw flaw);
}
