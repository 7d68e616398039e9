package dev.sandbank.internal.control;

import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A bad delivery that tells how a receiver answered it, as soon as somebody asks whether that was right.
 *
 * @param bad the bad delivery
 * @param answered takes the status of each answer
 */
public record AnsweredBadDelivery(BadDelivery bad, IntConsumer answered) implements BadDelivery {

    @Override
    public DeliveryFlaw flaw() {
        return bad.flaw();
    }

    @Override
    public Expectation expectation() {
        return bad.expectation();
    }

    @Override
    public List<Attempt> attempts() {
        return bad.attempts();
    }

    @Override
    public int stored() {
        return bad.stored();
    }

    @Override
    public List<String> differences(List<Integer> statuses, int stored) {
        statuses.stream().filter(DeliveryControl::isStatus).forEach(answered::accept);
        return bad.differences(statuses, stored);
    }
}
