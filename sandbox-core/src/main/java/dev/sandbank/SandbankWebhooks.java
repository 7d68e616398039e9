package dev.sandbank;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a bank tells its applications without being asked: events, each made by a change, and their deliveries.
 *
 * <pre>{@code
 * bank.account("acct-1").set("balance", "0.00");
 * WebhookEvent event = bank.webhooks().await("core.account.balance-changed", Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>The sandbox calls nobody by itself: tests take deliveries and post them, or name a receiver on this machine.
 */
@Experimental
public interface SandbankWebhooks {

    /** The events that are still kept, in the order in which they were made. */
    List<WebhookEvent> events();

    /**
     * The same of one type.
     *
     * @throws IllegalArgumentException if the bank has no such type
     */
    List<WebhookEvent> events(String type);

    /** How many events are no longer kept, because there were too many, or they were too old or too large together. */
    long dropped();

    /**
     * Waits for an event of a type, without polling; earlier ones count.
     *
     * @param atMost how long to wait, by the system's clock
     * @return the latest one
     * @throws IllegalArgumentException if the bank has no such type
     * @throws AssertionError if none came in time; the message says which ones did
     */
    WebhookEvent await(String type, Duration atMost) throws InterruptedException;

    /** Like {@link #await(String, Duration)}, for at most 5 seconds. */
    default WebhookEvent await(String type) throws InterruptedException {
        return await(type, Duration.ofSeconds(5));
    }

    /**
     * Makes an event that nothing has caused.
     *
     * @param data its data, in JSON
     * @throws IllegalArgumentException if the bank has no such type, or this is not JSON
     */
    WebhookEvent make(String type, String data);

    /**
     * Returns the endpoints that the fixture names. If it names none, there is one called {@code default}, for all events.
     */
    List<SandbankWebhook> endpoints();

    /**
     * Returns an endpoint.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    SandbankWebhook to(String endpoint);

    /** The deliveries of which an attempt is due, in the order in which the events were made. */
    List<WebhookDelivery> due();

    /**
     * Makes an attempt of each delivery that is due, in order.
     *
     * @param receiver a URL on this machine
     * @return these deliveries
     */
    default List<WebhookDelivery> deliver(URI receiver) throws InterruptedException {
        List<WebhookDelivery> due = due();
        for (WebhookDelivery delivery : due) {
            delivery.deliver(receiver);
        }
        return due;
    }

    /** Does the same in another order, which is the same for the same seed. */
    default List<WebhookDelivery> deliverShuffled(URI receiver, long seed) throws InterruptedException {
        List<WebhookDelivery> due = new ArrayList<>(due());
        Collections.shuffle(due, new Random(seed));
        for (WebhookDelivery delivery : due) {
            delivery.deliver(receiver);
        }
        return due;
    }
}
