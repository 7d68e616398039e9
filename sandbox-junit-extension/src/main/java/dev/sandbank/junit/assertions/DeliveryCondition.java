package dev.sandbank.junit.assertions;

import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition on a delivery of an event.
 *
 * @param words the condition in words, such as {@code to webhook ledger}
 * @param state the state that it demands; empty if it is about something else
 * @param value what the delivery must have in this form
 * @param found what it has
 */
record DeliveryCondition(String words, Optional<State> state, Object value, Function<WebhookDelivery, Object> found) {

    static DeliveryCondition to(String endpoint) {
        return new DeliveryCondition("to webhook " + endpoint, Optional.empty(), endpoint, WebhookDelivery::to);
    }

    static DeliveryCondition ofType(String type) {
        return new DeliveryCondition(
                "of type " + type,
                Optional.empty(),
                type,
                delivery -> delivery.event().type());
    }

    static DeliveryCondition in(State state) {
        return new DeliveryCondition(words(state), Optional.of(state), state, WebhookDelivery::state);
    }

    static DeliveryCondition answeredWith(int status) {
        return new DeliveryCondition("answered with " + status, Optional.empty(), status, WebhookDelivery::lastStatus);
    }

    static DeliveryCondition attempted(int times) {
        return new DeliveryCondition("attempted " + times(times), Optional.empty(), times, WebhookDelivery::attempts);
    }

    private static String words(State state) {
        return state == State.DELIVERED ? "acknowledged" : state.name().toLowerCase(Locale.ROOT);
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    boolean fits(WebhookDelivery delivery) {
        return found.apply(delivery).equals(value);
    }

    /** A delivery and what became of it, in one line. */
    static String told(WebhookDelivery delivery) {
        int attempts = delivery.attempts();
        String tried = attempts == 0
                ? ""
                : ", attempted " + times(attempts)
                        + (delivery.lastStatus() == 0 ? ", not answered" : ", answered with " + delivery.lastStatus())
                        + delivery.nextAt().map(next -> ", again at " + next).orElse("");
        return "event " + delivery.event().type() + " to webhook " + delivery.to() + " is " + words(delivery.state())
                + tried;
    }
}
