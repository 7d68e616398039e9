package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import dev.sandbank.WebhookEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deliveries that a test chooses.
 *
 * @param calls the sandbox, how long to wait, and whether events of other tests count, too
 * @param traits the conditions that all of them meet
 */
record WebhookQuery(CallQuery calls, List<DeliveryCondition> traits) {

    WebhookQuery with(DeliveryCondition trait) {
        return new WebhookQuery(
                calls, Stream.concat(traits.stream(), Stream.of(trait)).toList());
    }

    WebhookQuery with(Duration patience) {
        return new WebhookQuery(calls.with(patience), traits);
    }

    /** A condition by which the deliveries were chosen is true of all of them. */
    void refuseToRepeat(DeliveryCondition trait) {
        if (traits.stream().anyMatch(chosen -> chosen.words().equals(trait.words()))) {
            throw new UnsupportedOperationException("the chain already chose only deliveries that are " + trait.words()
                    + ", so this says nothing: write wereMade() or hasSize(…), or choose by another condition");
        }
    }

    /** The deliveries so far, in the order in which their events were made. */
    List<WebhookDelivery> now() {
        return all().stream()
                .filter(delivery -> traits.stream().allMatch(trait -> trait.fits(delivery)))
                .toList();
    }

    /** All deliveries of this test. */
    List<WebhookDelivery> all() {
        List<String> order = eventsOfThisTest();
        return calls.bank().webhooks().endpoints().stream()
                .flatMap(endpoint -> endpoint.deliveries().stream())
                .filter(delivery -> order.contains(delivery.event().id()))
                .sorted(Comparator.comparingInt(
                        delivery -> order.indexOf(delivery.event().id())))
                .toList();
    }

    /** The ids. An event that no call made, or whose call the journal has forgotten, may be of any test. */
    private List<String> eventsOfThisTest() {
        Set<Long> others = calls.bank().journal().calls().stream()
                .filter(call -> !calls.everyTest() && !calls.bank().journal().isOfThisTest(call))
                .map(Exchange::number)
                .collect(Collectors.toSet());
        return calls.bank().webhooks().events().stream()
                .filter(event -> !others.contains(event.call()))
                .map(WebhookEvent::id)
                .toList();
    }

    /**
     * The deliveries as soon as they are enough or, if time is up, as they are then.
     *
     * @param wanted the state that each of them shall come to; empty if it is about their number
     */
    List<WebhookDelivery> until(Predicate<List<WebhookDelivery>> enough, Optional<State> wanted) {
        long end = System.nanoTime() + calls.patience().toNanos();
        while (true) {
            long seen = lastCall();
            List<WebhookDelivery> found = now();
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (enough.test(found) || left.isZero() || !hasChanged(found, wanted, seen, left)) {
                return enough.test(found) ? found : now();
            }
        }
    }

    private long lastCall() {
        return calls.bank().journal().calls().stream()
                .mapToLong(Exchange::number)
                .max()
                .orElse(0);
    }

    /** Waits for a delivery to come to a state, or for a further call, which may make events. */
    private boolean hasChanged(List<WebhookDelivery> found, Optional<State> wanted, long seen, Duration left) {
        Optional<State> state = wanted.or(
                () -> traits.stream().flatMap(trait -> trait.state().stream()).findFirst());
        List<WebhookDelivery> candidates = wanted.isPresent() ? found : withoutState();
        Optional<WebhookDelivery> next = candidates.stream()
                .filter(delivery -> state.isPresent() && delivery.state() != state.get())
                .findFirst();
        try {
            return next.isPresent()
                    ? next.get().awaitState(state.orElseThrow(), left)
                    : calls.bank()
                            .journal()
                            .awaitCalls(all -> all.stream().anyMatch(call -> call.number() > seen), left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for deliveries" + words(), e);
        }
    }

    private List<WebhookDelivery> withoutState() {
        return all().stream()
                .filter(delivery -> traits.stream()
                        .filter(trait -> trait.state().isEmpty())
                        .allMatch(trait -> trait.fits(delivery)))
                .toList();
    }

    /** The conditions in words, each with a blank before it. */
    String words() {
        return traits.stream().map(trait -> " " + trait.words()).collect(Collectors.joining());
    }
}
