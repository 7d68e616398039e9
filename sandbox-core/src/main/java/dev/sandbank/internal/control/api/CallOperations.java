package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage;
import dev.sandbank.Exchange;
import dev.sandbank.Finding.Severity;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.control.Names;
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
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Operations on the journal: the bank's calls and the changes by tests. */
final class CallOperations {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** The most requests that may wait: each looks at every call that arrives. */
    private static final int MOST_WAITING = 16;

    private final Journal journal;
    private final BooleanSupplier closed;
    private final Semaphore seats = new Semaphore(MOST_WAITING);

    CallOperations(Journal journal, BooleanSupplier closed) {
        this.journal = journal;
        this.closed = closed;
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
        String wanted = String.join(",", asked.whole().headers().all("Accept"));
        if (wanted.contains("json") || !wanted.contains("text/")) {
            return Json.ok(CoverageJson.write(coverage));
        }
        return wanted.contains("text/html")
                ? Reply.of(200, "text/html;charset=UTF-8", CoveragePage.of(List.of(coverage)))
                : Reply.of(200, "text/plain;charset=UTF-8", CoverageText.of(coverage));
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

    /**
     * The calls that a request asks for.
     *
     * @param operation only calls of this operation or endpoint
     * @param client only calls by this client
     * @param user only calls for this user
     * @param refusal only calls that were refused for this reason
     * @param test only calls of this test
     * @param status only calls with this status
     * @param since only calls with a greater number
     * @param limit the most calls to return: the latest ones or, with {@code since}, the first ones after it
     */
    private record CallFilter(
            Optional<String> operation,
            Optional<String> client,
            Optional<String> user,
            Optional<String> refusal,
            Optional<String> test,
            OptionalLong status,
            OptionalLong since,
            long limit) {

        private static final long USUAL_LIMIT = 100;
        private static final long MOST = 1000;

        static List<String> parameters() {
            return List.of("operation", "client", "user", "refusal", "test", "status", "since", "limit");
        }

        /**
         * Reads a filter. Operations and reasons are known beforehand, so it refuses misspelt ones instead of finding no call.
         *
         * @throws ProblemException if the query is not valid
         */
        static CallFilter of(Query query, Names names) {
            require(query.find("operation"), Kind.OPERATION, names);
            require(query.find("refusal"), Kind.DENIAL_REASON, names);
            long limit = query.number("limit").orElse(USUAL_LIMIT);
            if (limit < 1 || limit > MOST) {
                throw ProblemException.badRequest("limit must be from 1 to " + MOST);
            }
            return new CallFilter(
                    query.find("operation"),
                    query.find("client"),
                    query.find("user"),
                    query.find("refusal"),
                    query.find("test"),
                    query.number("status"),
                    query.number("since"),
                    limit);
        }

        private static void require(Optional<String> name, Kind kind, Names names) {
            name.flatMap(given -> names.doubt(kind, given)).ifPresent(doubt -> {
                throw ProblemException.badRequest(SafeEcho.sentence(doubt));
            });
        }

        boolean fits(Exchange call) {
            return call.number() > since.orElse(0)
                    && is(operation, call.decision().operation())
                    && is(client, call.decision().client())
                    && user.map(id -> isUser(id, call.decision().subject())).orElse(true)
                    && refusal.map(call.decision()::refusedFor).orElse(true)
                    && test.map(call.tests()::contains).orElse(true)
                    && status.orElse(call.status()) == call.status();
        }

        private static boolean is(Optional<String> wanted, String found) {
            return wanted.map(found::equals).orElse(true);
        }

        /** Whether a subject is this user: it is {@code user ada}, or {@code user:individual ada} if the bank has several types. */
        private static boolean isUser(String id, String subject) {
            int space = subject.indexOf(' ');
            return subject.matches("(?s)user(:\\S+)? .*")
                    && subject.substring(space + 1).equals(id);
        }

        /** The calls that fit, oldest first. */
        List<Exchange> among(List<Exchange> kept) {
            List<Exchange> fitting = kept.stream().filter(this::fits).toList();
            int size = (int) Math.min(limit, fitting.size());
            return since.isPresent()
                    ? fitting.subList(0, size)
                    : fitting.subList(fitting.size() - size, fitting.size());
        }

        /** The number to send as {@code since} to get the calls that follow. */
        long last(List<Exchange> kept, List<Exchange> found) {
            List<Exchange> seen = since.isPresent() && found.size() == limit ? found : kept;
            return seen.isEmpty() ? 0 : seen.get(seen.size() - 1).number();
        }

        /** Names that may be misspelt. They are no error, because a call can name a client that does not exist. */
        List<String> doubts(Names names) {
            return Stream.of(
                            client.flatMap(id -> names.doubt(Kind.CLIENT, id)),
                            user.flatMap(id -> names.doubt(Kind.USER, id)))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
