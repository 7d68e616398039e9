package dev.sandbank;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** An endpoint: a receiver that the bank tells of events. You find its entry in the collection {@code webhooks}. */
@Experimental
public interface SandbankWebhook {

    String id();

    /**
     * The secret that signs its deliveries.
     *
     * @throws IllegalStateException if the bank's deliveries have no secret
     */
    String secret();

    /**
     * Gives it a new secret. Both sign from now on, the new one first, if the bank can write two signatures.
     *
     * @return the new secret
     * @throws IllegalStateException if the bank's deliveries have no secret
     */
    String rotateSecret();

    /** Ends the use of the secret before the last one. */
    void dropOldSecret();

    /** Lets its deliveries wait; further events are kept for it. */
    void pause();

    /** Lets its deliveries go on. */
    void resume();

    boolean isPaused();

    /**
     * Lets the sandbox post its deliveries as soon as they are due, and record the answers.
     *
     * @param receiver a URL on this machine, or at a host that the sandbox may deliver to
     * @throws IllegalArgumentException if the sandbox may not post there
     */
    void deliverTo(URI receiver);

    /** The flaws that its deliveries can have, see {@link WebhookDelivery#bad}. */
    Set<DeliveryFlaw> flaws();

    /** Its deliveries, in the order in which the events were made. */
    List<WebhookDelivery> deliveries();

    /** Those of which an attempt is due; none while it is paused. */
    List<WebhookDelivery> due();
}
