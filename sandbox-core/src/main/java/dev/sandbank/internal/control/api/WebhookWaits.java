package dev.sandbank.internal.control.api;

import dev.sandbank.internal.control.WebhookControl;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The requests that wait for events and deliveries. */
final class WebhookWaits {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_WAITING = 16;

    private final BooleanSupplier closed;
    private final Semaphore seats = new Semaphore(MOST_WAITING);

    WebhookWaits(BooleanSupplier closed) {
        this.closed = closed;
    }

    /** Answers a request when something holds, or when the time that its query names is over. */
    Outcome until(ControlRequest asked, WebhookControl webhooks, BooleanSupplier holds, Supplier<Reply> answer) {
        Duration wait = asked.query().duration("wait").orElse(Duration.ZERO);
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw ProblemException.badRequest("wait must be from PT0S to " + LONGEST_WAIT);
        }
        return wait.isZero() ? answer.get() : waiting(webhooks, holds, wait, answer);
    }

    private Outcome waiting(WebhookControl webhooks, BooleanSupplier holds, Duration wait, Supplier<Reply> answer) {
        if (!seats.tryAcquire()) {
            String detail = MOST_WAITING + " requests are already waiting for webhooks";
            throw new ProblemException(new ProblemDetails(429, detail, Map.of("Retry-After", "1")));
        }
        CompletableFuture<Void> came = new CompletableFuture<>();
        Runnable look = () -> {
            if (holds.getAsBoolean()) {
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
            return answer.get();
        });
    }
}
