package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.webhook.Endpoint.ClientReceiver;
import dev.sandbank.internal.webhook.sign.BadDeliveries;
import dev.sandbank.internal.webhook.sign.Message;
import dev.sandbank.internal.webhook.sign.MessageSigner;
import dev.sandbank.internal.webhook.sign.Sender;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The deliveries of an environment: which are due, what an attempt sends, and what becomes of it.
 *
 * @param style how the bank's messages look
 * @param outbox the events and endpoints
 * @param context the sandbox's clock, settings and ids
 * @param keys the keys of the sandbox, for banks that sign with one
 * @param tokens the tokens that receivers' token servers gave the bank
 */
public record Deliveries(
        WebhookStyle style,
        Outbox outbox,
        OperationContext context,
        Supplier<SigningKeys> keys,
        ReceiverTokens tokens) {

    private static final int UNAUTHORIZED = 401;

    /** Stands for a token that is still to be got. */
    private static final Sender.Bearer NO_TOKEN = new Sender.Bearer("none", null);

    /**
     * The delivery of an event to an endpoint.
     *
     * @param state how far it is
     */
    public record Delivery(StoredEvent event, Endpoint endpoint, StoredDelivery state) {}

    /** Returns all of an endpoint, in the order in which the events were made. */
    public List<Delivery> to(Endpoint endpoint) {
        return outbox.events().stream().flatMap(event -> of(event, endpoint)).toList();
    }

    /**
     * Returns those of which an attempt is due; none of endpoints that are paused or disabled, but the oldest one of an
     * endpoint that the bank has suspended and now tries again.
     */
    public List<Delivery> due() {
        Instant now = context.now().get();
        Set<String> probed = new HashSet<>();
        return open(endpoint -> true)
                .filter(delivery -> delivery.endpoint().isPaused()
                        ? isProbe(delivery, now)
                                && probed.add(delivery.endpoint().id())
                        : delivery.state().isDue(now))
                .toList();
    }

    private static boolean isProbe(Delivery delivery, Instant now) {
        return delivery.state().nextAt() != null
                && delivery.endpoint().probeAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Returns the deliveries to endpoints that are neither disabled nor paused for good, in order. */
    private Stream<Delivery> open(Predicate<Endpoint> which) {
        List<Endpoint> endpoints = outbox.endpoints().stream()
                .filter(each -> !each.isDisabled()
                        && (!each.isPaused() || each.probeAt().isPresent()))
                .filter(which)
                .toList();
        return outbox.events().stream().flatMap(event -> endpoints.stream().flatMap(endpoint -> of(event, endpoint)));
    }

    /** Returns when the next attempt is due after a moment that the sandbox itself makes; empty if none is. */
    Optional<Instant> nextAfter(Instant moment) {
        return open(endpoint -> endpoint.deliverTo().isPresent())
                .flatMap(delivery -> Stream.ofNullable(delivery.state().nextAt())
                        .map(next -> delivery.endpoint().probeAt().orElse(next)))
                .filter(next -> next.isAfter(moment))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Delivery> of(StoredEvent event, Endpoint endpoint) {
        return Optional.ofNullable(event.deliveries().get(endpoint.id())).stream()
                .map(state -> new Delivery(event, endpoint, state));
    }

    /** Finds the delivery of an event; empty if the event or the endpoint is gone. */
    public Optional<Delivery> find(String event, String endpoint) {
        return outbox.event(event)
                .flatMap(found ->
                        outbox.endpoint(endpoint).flatMap(to -> of(found, to).findFirst()));
    }

    /** Returns the header fields of an attempt now; without a token, if the endpoint wants one and none is known. */
    public Map<String, String> headers(Delivery delivery) {
        return new MessageSigner(style(delivery.endpoint()), sender(delivery.endpoint()))
                .headers(message(delivery.event()), context.now().get());
    }

    public BadDelivery bad(Delivery delivery, DeliveryFlaw flaw) {
        return catalogue(delivery.endpoint())
                .make(flaw, message(delivery.event()), context.now().get());
    }

    /** Returns the flaws that deliveries to an endpoint can have. */
    public Set<DeliveryFlaw> flaws(Endpoint endpoint) {
        return catalogue(endpoint).flaws();
    }

    private BadDeliveries catalogue(Endpoint endpoint) {
        ClientReceiver client = endpoint.client();
        Sender sender = sender(endpoint);
        Sender known =
                sender.credentials() == null && endpoint.clientCredentials().isPresent()
                        ? new Sender(sender.secrets(), sender.keys(), NO_TOKEN)
                        : sender;
        return client == null
                ? BadDeliveries.of(style, known, context.ids().fork())
                : BadDeliveries.ofLogouts(keys.get(), client.isSessionRequired());
    }

    private WebhookStyle style(Endpoint endpoint) {
        return endpoint.client() != null ? StandardStyle.ofLogouts() : style;
    }

    private Sender sender(Endpoint endpoint) {
        JsonNode basic = endpoint.document().at("/auth/basic");
        Sender.Credentials credentials = basic.isObject()
                ? new Sender.Basic(
                        basic.path("username").asText(), basic.path("password").asText())
                : endpoint.clientCredentials().flatMap(tokens::known).orElse(null);
        return new Sender(endpoint.secrets(), keys.get(), credentials);
    }

    private Message message(StoredEvent event) {
        return new Message(event.message(), event.body(), name -> switch (name) {
            case "event.id" -> event.id();
            case "event.type" -> event.type();
            case "event.category" -> event.category();
            case "event.createdAt" -> Timestamps.text(event.createdAt());
            default ->
                name.startsWith("setting.")
                        ? context.settings()
                                .find(name.substring("setting.".length()))
                                .orElse(null)
                        : null;
        });
    }

    /**
     * Records an attempt.
     *
     * @param status the status of the answer; 0 if there was none
     */
    public Delivery attempted(Delivery delivery, int status) {
        if (status == UNAUTHORIZED) {
            refused(delivery);
        }
        return new Attempts(style(delivery.endpoint()), outbox)
                .record(delivery, status, context.now().get());
    }

    /** Forgets the token of an endpoint that has refused it; returns whether it wants one. */
    public boolean refused(Delivery delivery) {
        delivery.endpoint().clientCredentials().ifPresent(tokens::refused);
        return delivery.endpoint().clientCredentials().isPresent();
    }

    /** Whether each endpoint gets one delivery at a time, so that they arrive in order. */
    boolean areInOrder() {
        return style.failing().isSuspending();
    }
}
