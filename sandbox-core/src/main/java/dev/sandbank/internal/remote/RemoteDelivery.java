package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.control.AnsweredBadDelivery;
import dev.sandbank.internal.control.WebhookControl;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.control.api.WebhookJson;
import dev.sandbank.internal.webhook.send.Courier;
import dev.sandbank.internal.webhook.send.ReceiverHosts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A delivery of a sandbox at a server. This JVM posts it, because the receiver is on its machine. */
record RemoteDelivery(WebhookEvent event, String to, RemoteWebhooks in) implements WebhookDelivery {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private RemoteApi.Call call(String method, String... what) {
        String[] path = new String[what.length + 4];
        path[0] = RemoteWebhooks.WEBHOOKS;
        path[1] = "deliveries";
        path[2] = event.id();
        path[3] = to;
        System.arraycopy(what, 0, path, 4, what.length);
        return in.at().call(method, path);
    }

    private JsonNode told() {
        return call("GET").send();
    }

    @Override
    public State state() {
        return Json.constant(State.class, told().path("state"));
    }

    @Override
    public boolean awaitState(State state, Duration atMost) throws InterruptedException {
        LongPoll poll = LongPoll.of(in.at().api(), atMost);
        while (state() != state) {
            if (poll.isOver()) {
                return false;
            }
            poll.look(call("GET").with("state", Json.word(state)));
        }
        return true;
    }

    @Override
    public int attempts() {
        return told().path("attempts").asInt();
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.ofNullable(told().path("nextAt").textValue()).map(Instant::parse);
    }

    @Override
    public int lastStatus() {
        return told().path("lastStatus").asInt();
    }

    @Override
    public Map<String, String> headers() {
        return Json.members(told().path("headers"), JsonNode::asText);
    }

    @Override
    public void answered(int status) {
        attempted(Json.object().put("status", status));
    }

    @Override
    public void unanswered() {
        attempted(Json.object());
    }

    private void attempted(ObjectNode how) {
        call("POST", "attempts").json(how).send();
    }

    @Override
    public int deliver(URI receiver) throws InterruptedException {
        WebhookControl.requireAllowed(ReceiverHosts.LOOPBACK.refusal(receiver), receiver);
        int status;
        try (Courier courier = new Courier(ReceiverHosts.LOOPBACK)) {
            status = WebhookControl.status(courier.post(receiver, headers(), body(), LONGEST_ANSWER));
        }
        attempted(status == 0 ? Json.object() : Json.object().put("status", status));
        return status;
    }

    @Override
    public BadDelivery bad(DeliveryFlaw flaw) {
        ObjectNode asked = Json.object().put("flaw", Json.word(flaw));
        return new AnsweredBadDelivery(
                WebhookJson.bad(call("POST", "bad").json(asked).send()),
                status -> call("POST", "bad")
                        .json(asked.deepCopy().put("status", status))
                        .send());
    }
}
