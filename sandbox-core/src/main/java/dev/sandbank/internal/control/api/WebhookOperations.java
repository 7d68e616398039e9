package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.control.WebhookControl;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Operations on events and their deliveries. */
final class WebhookOperations {

    private static final String EVENTS = "/webhooks/events";
    private static final String TYPE = "type";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_WAITING = 16;

    private final BooleanSupplier closed;
    private final Semaphore seats = new Semaphore(MOST_WAITING);

    WebhookOperations(BooleanSupplier closed) {
        this.closed = closed;
    }

    List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", EVENTS, this::events).with(ControlRequest.ENVIRONMENT, TYPE, "wait"),
                ControlOperation.of("POST", EVENTS, WebhookOperations::make)
                        .with(ControlRequest.ENVIRONMENT)
                        .taking(TYPE, "data"));
    }

    private Outcome events(ControlRequest asked) {
        WebhookControl webhooks = asked.environment().webhooks();
        Optional<String> type = asked.query().find(TYPE);
        type.ifPresent(webhooks::requireKnown);
        Duration wait = asked.query().duration("wait").orElse(Duration.ZERO);
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw ProblemException.badRequest("wait must be from PT0S to " + LONGEST_WAIT);
        }
        return wait.isZero() ? told(webhooks, type) : waiting(webhooks, type, wait);
    }

    private Outcome waiting(WebhookControl webhooks, Optional<String> type, Duration wait) {
        if (!seats.tryAcquire()) {
            String detail = MOST_WAITING + " requests are already waiting for events";
            throw new ProblemException(new ProblemDetails(429, detail, Map.of("Retry-After", "1")));
        }
        CompletableFuture<Void> came = new CompletableFuture<>();
        Runnable look = () -> {
            if (webhooks.webhooks().has(type)) {
                came.complete(null);
            }
        };
        webhooks.webhooks().arrivals().listen(look);
        look.run();
        return new Later(wait, came, () -> {
            webhooks.webhooks().arrivals().ignore(look);
            seats.release();
            if (closed.getAsBoolean()) {
                throw new ProblemException(new ProblemDetails(503, "the sandbox is closed"));
            }
            return told(webhooks, type);
        });
    }

    private static List<WebhookEvent> found(WebhookControl webhooks, Optional<String> type) {
        return type.map(webhooks::events).orElseGet(webhooks::events);
    }

    private static Reply told(WebhookControl webhooks, Optional<String> type) {
        ObjectNode told = Json.object();
        ArrayNode events = told.putArray("events");
        found(webhooks, type).forEach(event -> events.add(WebhookJson.write(event)));
        return Json.ok(told);
    }

    private static Reply make(ControlRequest asked) {
        String data = asked.content().any("data").toString();
        return Json.reply(
                201,
                WebhookJson.write(
                        asked.environment().webhooks().make(asked.content().text(TYPE), data)));
    }
}
