package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage;
import dev.sandbank.Exchange;
import dev.sandbank.Finding.Severity;
import dev.sandbank.internal.coverage.BankCoverage;
import dev.sandbank.internal.coverage.CoverageJson;
import dev.sandbank.internal.coverage.CoverageText;
import dev.sandbank.internal.explain.page.CoveragePage;
import dev.sandbank.internal.journal.Journal;
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
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Operations on the journal: the bank's calls and the changes by tests. */
final class CallOperations {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** The most requests that may wait: each looks at every call that arrives. */
    private static final int MOST_WAITING = 16;

    private final Journal journal;
    private final BooleanSupplier closed;
    private final CallStream stream;
    private final Semaphore seats = new Semaphore(MOST_WAITING);

    CallOperations(Journal journal, BooleanSupplier closed) {
        this.journal = journal;
        this.closed = closed;
        this.stream = new CallStream(journal, closed, this::told);
    }

    List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", "/calls", this::calls)
                        .with(CallFilter.parameters().toArray(String[]::new))
                        .with("wait"),
                ControlOperation.of("GET", "/changes", this::changes),
                ControlOperation.of("GET", "/coverage", CallOperations::coverage),
                ControlOperation.of("GET", "/findings", this::findings).with("severity", "test"),
                ControlOperation.of("DELETE", "/journal", this::clear),
                ofTest("/tests/begin", journal::beginTest),
                ofTest("/tests/end", journal::endTest));
    }

    private Reply clear(ControlRequest asked) {
        journal.clear();
        return Json.nothing();
    }

    private static ControlOperation ofTest(String path, Consumer<String> change) {
        return ControlOperation.of("POST", path, asked -> {
                    change.accept(asked.content().text("test"));
                    return Json.nothing();
                })
                .taking("test");
    }

    private Outcome calls(ControlRequest asked) {
        CallFilter filter = CallFilter.of(asked.query(), asked.bank().names());
        if (wanted(asked).contains(CallStream.TYPE)) {
            return stream.begin(asked, filter);
        }
        Duration wait = asked.query().duration("wait").orElse(Duration.ZERO);
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw ProblemException.badRequest("wait must be from PT0S to " + LONGEST_WAIT);
        }
        return wait.isZero() ? Json.ok(told(filter, asked)) : after(seat(filter), wait, () -> told(filter, asked));
    }

    /** Begins a wait, which looks at the calls so far and then at each new one. */
    private Seat seat(CallFilter filter) {
        if (!seats.tryAcquire()) {
            String detail = MOST_WAITING + " requests are already waiting for calls";
            throw new ProblemException(new ProblemDetails(429, detail, Map.of("Retry-After", "1")));
        }
        CompletableFuture<Void> came = new CompletableFuture<>();
        Consumer<Exchange> look = call -> {
            if (filter.fits(call)) {
                came.complete(null);
            }
        };
        journal.listen(look);
        journal.calls().forEach(look);
        return new Seat(came, look);
    }

    private record Seat(CompletableFuture<Void> came, Consumer<Exchange> look) {}

    private Outcome after(Seat seat, Duration wait, Supplier<ObjectNode> told) {
        return new Later(wait, seat.came(), () -> {
            journal.ignore(seat.look());
            seats.release();
            if (closed.getAsBoolean()) {
                throw new ProblemException(new ProblemDetails(503, "the sandbox is closed"));
            }
            return Json.ok(told.get());
        });
    }

    private ObjectNode told(CallFilter filter, ControlRequest asked) {
        long settled = journal.settled();
        List<Exchange> kept = journal.calls();
        List<Exchange> found = filter.among(kept);
        ObjectNode told = Json.object();
        ArrayNode calls = told.putArray("calls");
        found.forEach(call -> calls.add(JournalJson.write(call)));
        told.put("last", Math.min(settled, filter.last(kept, found)));
        told.put("dropped", journal.dropped());
        told.set(
                "doubts",
                Json.array(found.isEmpty() ? filter.doubts(asked.bank().names()) : List.of()));
        return told;
    }

    /** Returns the coverage as JSON, or for people if the request accepts that and not JSON. */
    private static Reply coverage(ControlRequest asked) {
        Coverage coverage = BankCoverage.of(asked.bank().bank());
        String wanted = wanted(asked);
        if (wanted.contains("json") || !wanted.contains("text/")) {
            return Json.ok(CoverageJson.write(coverage));
        }
        return wanted.contains("text/html")
                ? Reply.of(200, "text/html;charset=UTF-8", CoveragePage.of(List.of(coverage)))
                : Reply.of(200, "text/plain;charset=UTF-8", CoverageText.of(coverage));
    }

    private static String wanted(ControlRequest asked) {
        return String.join(",", asked.whole().headers().all("Accept"));
    }

    private Reply changes(ControlRequest asked) {
        ObjectNode told = Json.object();
        ArrayNode changes = told.putArray("changes");
        journal.changes().forEach(change -> changes.add(JournalJson.write(change)));
        return Json.ok(told);
    }

    /** Only the caller knows which refusals its test expected. */
    private Reply findings(ControlRequest asked) {
        Severity least =
                asked.query().find("severity").map(CallOperations::severity).orElse(Severity.INFO);
        Optional<String> test = asked.query().find("test");
        List<Exchange> calls = journal.calls().stream()
                .filter(call -> test.map(call.tests()::contains).orElse(true))
                .toList();
        ObjectNode told = Json.object();
        ArrayNode findings = told.putArray("findings");
        asked.bank().findings(calls, call -> false).stream()
                .filter(finding -> finding.isAtLeast(least))
                .forEach(finding -> findings.add(JournalJson.write(finding)));
        return Json.ok(told);
    }

    private static Severity severity(String word) {
        return JournalJson.severity(word)
                .orElseThrow(() -> ProblemException.badRequest(
                        "severity must be one of " + String.join(", ", JournalJson.severities())));
    }
}
