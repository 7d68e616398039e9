package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A site that answers each request after a while, and counts. */
final class Delaying implements RequestHandler {

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger answered = new AtomicInteger();
    private final Duration delay;

    Delaying(Duration delay) {
        this.delay = delay;
    }

    @Override
    public Outcome answer(Request request) {
        if (request.body().defect().isPresent()) {
            return Reply.empty(500);
        }
        asked.incrementAndGet();
        return new Outcome.Later(delay, () -> {
            answered.incrementAndGet();
            return Reply.of(200, "text/plain", "at last");
        });
    }
}
