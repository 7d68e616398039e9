package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Exchange;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Outcome.Part;
import dev.sandbank.internal.model.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The calls as server-sent events (<a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML Standard</a>). Each event
 * is what the journal tells since the event before. So a listener is a place in the journal: nothing is kept for it, and one that is
 * slow misses what the journal drops.
 */
final class CallStream {

    static final String TYPE = "text/event-stream";

    private static final int MOST_LISTENERS = 16;

    /** How long it says nothing at most, so that a caller who went away is noticed. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** How long it collects calls before it tells of them. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private final Journal journal;
    private final BooleanSupplier closed;
    private final BiFunction<CallFilter, ControlRequest, ObjectNode> told;
    private final Semaphore seats = new Semaphore(MOST_LISTENERS);

    CallStream(Journal journal, BooleanSupplier closed, BiFunction<CallFilter, ControlRequest, ObjectNode> told) {
        this.journal = journal;
        this.closed = closed;
        this.told = told;
    }

    /**
     * Where a listener is.
     *
     * @param filter the calls that are still to be told
     * @param beganAfter the journal's beginning when the last event was told
     */
    private record Place(ControlRequest asked, CallFilter filter, long beganAfter) {}

    /** Begins with the calls so far; {@code Last-Event-ID}, which browsers send by themselves, goes before {@code since}. */
    Outcome begin(ControlRequest asked, CallFilter filter) {
        if (asked.query().find("wait").isPresent()) {
            throw ProblemException.badRequest("wait has no meaning for events");
        }
        Optional<Long> last = asked.whole()
                .headers()
                .first("Last-Event-ID")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::parseLong);
        if (!seats.tryAcquire()) {
            String detail = MOST_LISTENERS + " requests are already listening to calls";
            throw new ProblemException(new ProblemDetails(429, detail, Map.of("Retry-After", "1")));
        }
        boolean again = last.filter(id -> id > journal.settled()).isPresent();
        CallFilter from = last.map(filter::since).orElse(filter);
        return next(new Place(asked, from, again ? -1 : journal.beganAfter()));
    }

    private Outcome next(Place place) {
        long beganAfter = journal.beganAfter();
        boolean again = beganAfter != place.beganAfter();
        CallFilter filter = again ? place.filter().since(0) : place.filter();
        ObjectNode calls = told.apply(filter, place.asked());
        long last = calls.path("last").asLong();
        String event =
                calls.path("calls").isEmpty() ? ":\n\n" : "event: calls\nid: " + last + "\ndata: " + calls + "\n\n";
        Reply part = Reply.of(200, TYPE, (again ? "event: cleared\nid: 0\ndata: {}\n\n" : "") + event);
        Place after = new Place(place.asked(), filter.since(last), beganAfter);
        return new Part(part, () -> new Later(BREATH, () -> listening(after)), seats::release);
    }

    private Outcome end() {
        seats.release();
        return Reply.empty(200);
    }

    private Outcome listening(Place place) {
        if (closed.getAsBoolean()) {
            return end();
        }
        CompletableFuture<Void> came = new CompletableFuture<>();
        Consumer<Exchange> look = call -> {
            if (place.filter().fits(call) || journal.beganAfter() != place.beganAfter()) {
                came.complete(null);
            }
        };
        journal.listen(look);
        journal.calls().forEach(look);
        return new Later(SILENCE, came, () -> {
            journal.ignore(look);
            return closed.getAsBoolean() ? end() : next(place);
        });
    }
}
