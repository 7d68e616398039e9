package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.journal.Entry;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.model.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** What happened: the calls of the bank, and what tests did. */
final class CallOperations {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Each holds a thread, of which the bank needs the most. */
    private static final int MOST_WAITING = 16;

    private final Journal journal;
    private final BooleanSupplier closed;
    private final Semaphore seats = new Semaphore(MOST_WAITING);

    CallOperations(Journal journal, BooleanSupplier closed) {
        this.journal = journal;
        this.closed = closed;
    }

    List<Operation> all() {
        return List.of(
                Operation.of("GET", "/calls", this::calls)
                        .with(CallFilter.parameters().toArray(String[]::new))
                        .with("wait"),
                Operation.of("GET", "/changes", this::changes));
    }

    private Reply calls(Asked asked) {
        CallFilter filter = CallFilter.of(asked.query(), asked.bank().names());
        Duration wait = asked.query().duration("wait").orElse(Duration.ZERO);
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw ProblemException.badRequest("wait is from PT0S to " + LONGEST_WAIT);
        }
        if (!wait.isZero()) {
            await(filter, wait);
        }
        return Json.ok(told(filter, asked));
    }

    private void await(CallFilter filter, Duration wait) {
        if (!seats.tryAcquire()) {
            String detail = MOST_WAITING + " requests wait for calls already";
            throw new ProblemException(new Problem(429, detail, Map.of("Retry-After", "1")));
        }
        try {
            journal.await(filter::fits, wait);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            seats.release();
        }
        if (closed.getAsBoolean()) {
            throw new ProblemException(new Problem(503, "the sandbox is closed"));
        }
    }

    private ObjectNode told(CallFilter filter, Asked asked) {
        long settled = journal.settled();
        List<Entry> kept = journal.entries();
        List<Entry> found = filter.among(kept);
        ObjectNode told = Json.object();
        ArrayNode calls = told.putArray("calls");
        found.forEach(entry -> calls.add(CallJson.write(entry)));
        told.put("last", Math.min(settled, filter.last(kept, found)));
        told.put("dropped", journal.dropped());
        told.set(
                "doubts",
                Json.array(found.isEmpty() ? filter.doubts(asked.bank().names()) : List.of()));
        return told;
    }

    private Reply changes(Asked asked) {
        ObjectNode told = Json.object();
        ArrayNode changes = told.putArray("changes");
        journal.notes()
                .forEach(note -> changes.addObject()
                        .put("afterCall", note.afterCall())
                        .put("at", note.at().toString())
                        .put("what", note.what()));
        return Json.ok(told);
    }
}
