package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import dev.sandbank.internal.control.DeliveryControl;
import dev.sandbank.internal.control.EndpointControl;
import dev.sandbank.internal.control.WebhookControl;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** Operations on the endpoints of webhooks, and on deliveries to them. */
final class WebhookOperations {

    private static final String ENDPOINTS = "/webhooks/endpoints";
    private static final String ENDPOINT = ENDPOINTS + "/{id}";
    private static final String DELIVERIES = "/webhooks/deliveries";
    private static final String DELIVERY = DELIVERIES + "/{event}/{endpoint}";
    private static final String TO = "endpoint";
    private static final String STATE = "state";
    private static final String STATUS = "status";

    private final WebhookWaits waits;

    WebhookOperations(WebhookWaits waits) {
        this.waits = waits;
    }

    List<ControlOperation> all() {
        return List.of(
                operation("GET", ENDPOINTS, WebhookOperations::endpoints),
                operation("GET", ENDPOINT, asked -> Json.ok(written(endpoint(asked)))),
                operation(
                        "POST",
                        ENDPOINT + "/rotate-secret",
                        asked -> Json.ok(
                                Json.object().put("secret", endpoint(asked).rotateSecret()))),
                change("/drop-old-secret", EndpointControl::dropOldSecret),
                change("/pause", EndpointControl::pause),
                change("/resume", EndpointControl::resume),
                operation("PUT", ENDPOINT + "/deliver-to", WebhookOperations::deliverTo)
                        .taking("url"),
                operation("GET", DELIVERIES, WebhookOperations::deliveries).with(TO),
                operation("GET", "/webhooks/due", WebhookOperations::due).with(TO),
                ControlOperation.of("GET", DELIVERY, this::one).with(ControlRequest.ENVIRONMENT, STATE, "wait"),
                operation("POST", DELIVERY + "/attempts", WebhookOperations::attempted)
                        .taking(STATUS),
                operation("POST", DELIVERY + "/bad", WebhookOperations::bad).taking("flaw", STATUS),
                operation("GET", ENDPOINT + "/flaws", WebhookOperations::flaws));
    }

    private static ControlOperation operation(String method, String path, Function<ControlRequest, Reply> work) {
        return ControlOperation.of(method, path, work::apply).with(ControlRequest.ENVIRONMENT);
    }

    private static ControlOperation change(String path, Consumer<EndpointControl> change) {
        return operation("POST", ENDPOINT + path, asked -> {
            change.accept(endpoint(asked));
            return Json.nothing();
        });
    }

    private static WebhookControl webhooks(ControlRequest asked) {
        return asked.environment().webhooks();
    }

    private static EndpointControl endpoint(ControlRequest asked) {
        return webhooks(asked).to(asked.inPath("id"));
    }

    private static DeliveryControl delivery(ControlRequest asked) {
        return webhooks(asked).delivery(asked.inPath("event"), asked.inPath(TO));
    }

    private static ObjectNode written(EndpointControl endpoint) {
        ObjectNode told = WebhookJson.write(endpoint);
        endpoint.findSecret().ifPresent(secret -> told.put("secret", secret));
        return told;
    }

    private static Reply endpoints(ControlRequest asked) {
        ObjectNode told = Json.object();
        ArrayNode all = told.putArray("endpoints");
        WebhookControl webhooks = webhooks(asked);
        webhooks.endpoints().forEach(endpoint -> all.add(written(webhooks.to(endpoint.id()))));
        return Json.ok(told);
    }

    private static Reply deliverTo(ControlRequest asked) {
        URI receiver = asked.content().uri("url");
        endpoint(asked).deliverTo(receiver);
        return Json.nothing();
    }

    private static Reply deliveries(ControlRequest asked) {
        WebhookControl webhooks = webhooks(asked);
        return told(
                asked.query().find(TO).map(id -> webhooks.to(id).deliveries()).orElseGet(webhooks::deliveries));
    }

    private static Reply due(ControlRequest asked) {
        WebhookControl webhooks = webhooks(asked);
        return told(asked.query().find(TO).map(id -> webhooks.to(id).due()).orElseGet(webhooks::due));
    }

    private static Reply told(List<WebhookDelivery> deliveries) {
        ObjectNode told = Json.object();
        ArrayNode written = told.putArray("deliveries");
        deliveries.forEach(delivery -> written.add(WebhookJson.write(delivery)));
        return Json.ok(told);
    }

    private Outcome one(ControlRequest asked) {
        DeliveryControl delivery = delivery(asked);
        Optional<State> state = asked.query().find(STATE).map(WebhookOperations::state);
        if (state.isEmpty()) {
            delivery.prepare();
        }
        return waits.until(
                asked,
                webhooks(asked),
                () -> state.map(wanted -> delivery.state() == wanted).orElse(true),
                () -> Json.ok(WebhookJson.signed(delivery)));
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(each -> Json.word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("state must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(State.values()).map(Json::word).toList())));
    }

    private static Reply attempted(ControlRequest asked) {
        OptionalInt status = answer(asked);
        DeliveryControl delivery = delivery(asked);
        status.ifPresentOrElse(delivery::answered, delivery::unanswered);
        return Json.ok(WebhookJson.write(delivery));
    }

    private static OptionalInt answer(ControlRequest asked) {
        JsonBody content = asked.content();
        return content.has(STATUS) ? OptionalInt.of(content.number(STATUS)) : OptionalInt.empty();
    }

    private static Reply bad(ControlRequest asked) {
        String word = asked.content().text("flaw");
        DeliveryFlaw flaw = Arrays.stream(DeliveryFlaw.values())
                .filter(each -> Json.word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new UnknownFlaw(word).told());
        OptionalInt status = answer(asked);
        DeliveryControl delivery = delivery(asked);
        BadDelivery bad = delivery.bad(flaw);
        status.ifPresent(answered -> delivery.badAnswered(bad, answered));
        return Json.ok(WebhookJson.write(bad));
    }

    /** A name that no flaw has. */
    private record UnknownFlaw(String word) {

        ProblemException told() {
            List<String> known =
                    Arrays.stream(DeliveryFlaw.values()).map(Json::word).toList();
            return ProblemException.badRequest("there is no flaw " + SafeEcho.of(word) + DidYouMean.hint(word, known));
        }
    }

    private static Reply flaws(ControlRequest asked) {
        ObjectNode told = Json.object();
        ArrayNode flaws = told.putArray("flaws");
        endpoint(asked)
                .flaws()
                .forEach(flaw -> flaws.addObject().put("name", Json.word(flaw)).put("summary", flaw.summary()));
        return Json.ok(told);
    }
}
