package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.internal.control.api.Json;
import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An endpoint of the webhooks of a sandbox at a server. */
record RemoteEndpoint(String id, RemoteWebhooks in) implements SandbankWebhook {

    private RemoteApi.Call call(String method, String what) {
        return in.at().call(method, RemoteWebhooks.WEBHOOKS, RemoteWebhooks.ENDPOINTS, id, what);
    }

    private JsonNode told() {
        return in.at()
                .call("GET", RemoteWebhooks.WEBHOOKS, RemoteWebhooks.ENDPOINTS, id)
                .send();
    }

    @Override
    public String secret() {
        JsonNode secret = told().path("secret");
        if (!secret.isTextual()) {
            throw new IllegalStateException("webhook " + id + " has no secret: this bank signs with none");
        }
        return secret.textValue();
    }

    @Override
    public String rotateSecret() {
        return call("POST", "rotate-secret").send().path("secret").asText();
    }

    @Override
    public void dropOldSecret() {
        call("POST", "drop-old-secret").send();
    }

    @Override
    public void pause() {
        call("POST", "pause").send();
    }

    @Override
    public void resume() {
        call("POST", "resume").send();
    }

    @Override
    public boolean isPaused() {
        return told().path("paused").asBoolean();
    }

    @Override
    public void deliverTo(URI receiver) {
        call("PUT", "deliver-to")
                .json(Json.object().put("url", receiver.toString()))
                .send();
    }

    @Override
    public Set<DeliveryFlaw> flaws() {
        Set<DeliveryFlaw> flaws = EnumSet.noneOf(DeliveryFlaw.class);
        call("GET", "flaws")
                .send()
                .path("flaws")
                .forEach(told -> flaws.add(Json.constant(DeliveryFlaw.class, told.path("name"))));
        return Collections.unmodifiableSet(flaws);
    }

    @Override
    public List<WebhookDelivery> deliveries() {
        return in.deliveries("deliveries", id);
    }

    @Override
    public List<WebhookDelivery> due() {
        return in.deliveries("due", id);
    }
}
