package dev.sandbank.internal.control;

import dev.sandbank.DeliveryFlaw;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.webhook.Deliveries.Delivery;
import dev.sandbank.internal.webhook.Endpoint;
import dev.sandbank.internal.webhook.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Controls an endpoint.
 *
 * @param id its id
 * @param in the webhooks of its environment
 */
public record EndpointControl(String id, WebhookControl in) implements SandbankWebhook {

    private Endpoint known() {
        return in.at().environment().upToDate(tables -> found());
    }

    private Endpoint found() {
        return in.endpoint(id);
    }

    @Override
    public String secret() {
        return findSecret().orElseThrow(this::unsigned);
    }

    /** The secret that signs its deliveries; empty if the bank has none. */
    public Optional<String> findSecret() {
        return known().secret();
    }

    private WrongStateException unsigned() {
        return new WrongStateException("webhook " + id + " has no secret: this bank signs with none");
    }

    @Override
    public String rotateSecret() {
        return in.at()
                .change(
                        "webhook " + id + " has a new secret",
                        tables -> in.webhooks().endpoints().rotate(found()).orElseThrow(this::unsigned));
    }

    @Override
    public void dropOldSecret() {
        change("webhook " + id + " has only its new secret", Endpoints::dropOldSecret);
    }

    @Override
    public void pause() {
        change("webhook " + id + " is paused", Endpoints::pause);
    }

    @Override
    public void resume() {
        change("webhook " + id + " goes on", Endpoints::resume);
    }

    @Override
    public boolean isPaused() {
        return known().isPaused();
    }

    @Override
    public void deliverTo(URI receiver) {
        in.requireAllowed(receiver);
        change("webhook " + id + " is delivered to " + receiver, (all, one) -> all.deliver(one, receiver));
    }

    private void change(String what, BiConsumer<Endpoints, Endpoint> change) {
        in.at().change(what, (Tables tables) -> {
            Endpoint endpoint = found();
            change.accept(in.webhooks().endpoints(), endpoint);
            return endpoint;
        });
        in.settle();
    }

    @Override
    public Set<DeliveryFlaw> flaws() {
        return in.at().environment().upToDate(tables -> in.deliveriesOf().flaws(found()));
    }

    @Override
    public List<WebhookDelivery> deliveries() {
        List<Delivery> all =
                in.at().environment().upToDate(tables -> in.deliveriesOf().to(found()));
        return in.controls(all);
    }

    @Override
    public List<WebhookDelivery> due() {
        return in.due().stream().filter(delivery -> delivery.to().equals(id)).toList();
    }
}
