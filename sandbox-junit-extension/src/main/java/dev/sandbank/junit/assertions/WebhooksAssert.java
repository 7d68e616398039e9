package dev.sandbank.junit.assertions;

import dev.sandbank.Experimental;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;

/**
 * Assertions about the deliveries of a sandbox's events: first choose them, then check all of them.
 *
 * <pre>{@code
 * assertThat(bank).webhooks().to("ledger").ofType("core.account.created").wereAcknowledged();
 * assertThat(bank).eventually(Duration.ofSeconds(5)).webhooks().failed().hasSize(1);
 * }</pre>
 *
 * <p>Each check of all deliveries fails if there is none.
 */
@Experimental
public final class WebhooksAssert extends AbstractAssert<WebhooksAssert, List<WebhookDelivery>> {

    private static final int MOST_SHOWN = 5;

    private final WebhookQuery look;
    private final List<DeliveryCondition> expected;

    WebhooksAssert(WebhookQuery look, WritableAssertionInfo info) {
        this(look, List.of(), look.now(), info);
    }

    private WebhooksAssert(
            WebhookQuery look,
            List<DeliveryCondition> expected,
            List<WebhookDelivery> found,
            WritableAssertionInfo info) {
        super(found, WebhooksAssert.class);
        this.look = look;
        this.expected = expected;
        Info.copy(info, this.info);
    }

    /** Gives the rest of the chain some time to become true, see {@link SandbankAssert#eventually}. */
    @CheckReturnValue
    public WebhooksAssert eventually(Duration atMost) {
        return new WebhooksAssert(look.with(atMost), info);
    }

    /**
     * Chooses only deliveries to this endpoint.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    @CheckReturnValue
    public WebhooksAssert to(String endpoint) {
        return only(
                DeliveryCondition.to(look.calls().bank().webhooks().to(endpoint).id()));
    }

    /**
     * Chooses only deliveries of events of this type.
     *
     * @throws IllegalArgumentException if the bank has no such type
     */
    @CheckReturnValue
    public WebhooksAssert ofType(String type) {
        look.calls().bank().webhooks().events(type);
        return only(DeliveryCondition.ofType(type));
    }

    /** Chooses only deliveries that the receiver answered with a 2xx. */
    @CheckReturnValue
    public WebhooksAssert acknowledged() {
        return only(DeliveryCondition.in(State.DELIVERED));
    }

    /** Chooses only deliveries of which no attempt was made. */
    @CheckReturnValue
    public WebhooksAssert pending() {
        return only(DeliveryCondition.in(State.PENDING));
    }

    /** Chooses only deliveries whose last attempt failed, and that the bank will try again. */
    @CheckReturnValue
    public WebhooksAssert retrying() {
        return only(DeliveryCondition.in(State.RETRYING));
    }

    /** Chooses only deliveries of which all attempts failed. */
    @CheckReturnValue
    public WebhooksAssert failed() {
        return only(DeliveryCondition.in(State.FAILED));
    }

    private WebhooksAssert only(DeliveryCondition trait) {
        return new WebhooksAssert(look.with(trait), info);
    }

    /** Checks that there is at least one delivery, and the receiver answered all with a 2xx. */
    public WebhooksAssert wereAcknowledged() {
        return areAll(DeliveryCondition.in(State.DELIVERED));
    }

    /** Checks that there is at least one delivery, and all attempts of each failed. */
    public WebhooksAssert haveFailed() {
        return areAll(DeliveryCondition.in(State.FAILED));
    }

    /** Checks that there is at least one delivery, and the receiver answered the last attempt of each with this status. */
    public WebhooksAssert wereAnsweredWith(int status) {
        return areAll(DeliveryCondition.answeredWith(status));
    }

    /** Checks that there is at least one delivery, and this many attempts of each were made. */
    public WebhooksAssert wereAttempted(int times) {
        return areAll(DeliveryCondition.attempted(times));
    }

    private WebhooksAssert areAll(DeliveryCondition trait) {
        look.refuseToRepeat(trait);
        List<DeliveryCondition> all =
                Stream.concat(expected.stream(), Stream.of(trait)).toList();
        Predicate<WebhookDelivery> fits = delivery -> all.stream().allMatch(each -> each.fits(delivery));
        List<WebhookDelivery> found =
                found(deliveries -> !deliveries.isEmpty() && deliveries.stream().allMatch(fits), trait.state());
        List<WebhookDelivery> others =
                found.stream().filter(delivery -> !fits.test(delivery)).toList();
        if (found.isEmpty() || !others.isEmpty()) {
            String wanted = "Expected each delivery" + look.words() + " to be "
                    + all.stream().map(DeliveryCondition::words).collect(Collectors.joining(", "));
            throw failure(
                    "%s",
                    found.isEmpty()
                            ? wanted + ", but there is none" + instead()
                            : wanted + ", but " + others.size() + " of " + found.size()
                                    + (others.size() == 1 ? " is" : " are") + " not" + shown(others));
        }
        return new WebhooksAssert(look, all, found, info);
    }

    /** Checks that there is at least one delivery. */
    public WebhooksAssert wereMade() {
        return number("a delivery", deliveries -> !deliveries.isEmpty());
    }

    /** Checks that there are exactly this many deliveries. */
    public WebhooksAssert hasSize(int size) {
        return size == 0
                ? wereNotMade()
                : number(size == 1 ? "1 delivery" : size + " deliveries", deliveries -> deliveries.size() == size);
    }

    /**
     * Checks that there is no delivery so far.
     *
     * @throws UnsupportedOperationException after {@code eventually}, because it would be true at once
     */
    public WebhooksAssert wereNotMade() {
        if (look.calls().waits()) {
            throw new UnsupportedOperationException("wereNotMade() would be true at once after eventually(…): write"
                    + " wereNotMadeWithin(…) instead of both");
        }
        return number("no delivery", List::isEmpty);
    }

    /** Checks that there is no delivery, and none is made within this time; it always waits that long. */
    public WebhooksAssert wereNotMadeWithin(Duration time) {
        List<WebhookDelivery> found = look.with(time).until(deliveries -> !deliveries.isEmpty(), Optional.empty());
        return number("no delivery within " + time, found, List::isEmpty);
    }

    private WebhooksAssert number(String wanted, Predicate<List<WebhookDelivery>> enough) {
        return number(wanted, found(enough, Optional.empty()), enough);
    }

    private WebhooksAssert number(String wanted, List<WebhookDelivery> found, Predicate<List<WebhookDelivery>> enough) {
        if (!enough.test(found)) {
            throw failure(
                    "%s",
                    "Expected " + wanted + look.words() + ", but there "
                            + (found.isEmpty()
                                    ? "is none" + instead()
                                    : (found.size() == 1 ? "is " : "are ") + found.size() + shown(found)));
        }
        return new WebhooksAssert(look, expected, found, info);
    }

    private List<WebhookDelivery> found(Predicate<List<WebhookDelivery>> enough, Optional<State> wanted) {
        return look.calls().waits() ? look.until(enough, wanted) : actual;
    }

    private String instead() {
        List<WebhookDelivery> all = look.all();
        long dropped = look.calls().bank().webhooks().dropped();
        String besides = dropped == 0 ? "" : "\nThe sandbox no longer keeps " + dropped + " earlier events.";
        return besides
                + (all.isEmpty() ? "\nNo event was made for any webhook." : "\n\nOther deliveries:" + shown(all));
    }

    private static String shown(List<WebhookDelivery> deliveries) {
        int more = deliveries.size() - MOST_SHOWN;
        return deliveries.stream()
                        .limit(MOST_SHOWN)
                        .map(delivery -> "\n" + DeliveryCondition.told(delivery))
                        .collect(Collectors.joining())
                + (more > 0 ? "\nand " + more + " more" : "");
    }
}
