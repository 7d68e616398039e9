package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bad delivery that notes what the test does with it. */
final class WatchedDelivery implements BadDelivery {

    private static final String PASSED = "The test passed, but ";

    private final BadDelivery bad;
    private volatile boolean isSent;
    private volatile @Nullable List<String> differences;

    WatchedDelivery(BadDelivery bad) {
        this.bad = bad;
    }

    /** @throws AssertionError if the test has shown nothing, or the wrong thing */
    void requireMet() {
        List<String> told = differences;
        if (!isSent) {
            throw new AssertionError(PASSED + "it sent the bad delivery to no receiver: it took neither its attempts()"
                    + " nor its requests(…)");
        }
        if (told == null) {
            throw new AssertionError(PASSED + "it did not check what the receiver did: write"
                    + " assertThat(bad.differences(statuses, stored)).isEmpty()");
        }
        if (!told.isEmpty()) {
            throw new AssertionError(
                    PASSED + "the receiver did something else than a right one: " + String.join("; ", told));
        }
    }

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
        isSent = true;
        return bad.attempts();
    }

    @Override
    public int stored() {
        return bad.stored();
    }

    @Override
    public List<String> differences(List<Integer> statuses, int stored) {
        List<String> told = bad.differences(statuses, stored);
        differences = told;
        return told;
    }
}
