package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.SandbankJournal;
import dev.sandbank.internal.control.api.JournalJson;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.journal.ExpectedRefusals;
import dev.sandbank.internal.journal.RunningTests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The journal of a sandbox at a server. Only this JVM knows which test runs on which thread, and which refusals tests expect. It tells the
 * server when tests begin and end, because a call belongs to the tests that run when it arrives.
 */
public final class RemoteJournal implements SandbankJournal {

    private static final int PAGE = 1000;

    private final RemoteApi api;
    private final RunningTests tests = new RunningTests();
    private final ExpectedRefusals expected = new ExpectedRefusals();
    private final AtomicInteger beginnings = new AtomicInteger();

    RemoteJournal(RemoteApi api) {
        this.api = api;
    }

    @Override
    public List<Exchange> calls() {
        return since(0);
    }

    /** The calls with a greater number. */
    List<Exchange> since(long number) {
        List<Exchange> all = new ArrayList<>();
        long last = number;
        for (JsonNode page = page(last); ; page = page(last)) {
            page.path("calls").forEach(call -> all.add(JournalJson.exchange(call)));
            last = page.path("last").asLong();
            if (page.path("calls").size() < PAGE) {
                return all.stream().distinct().toList();
            }
        }
    }

    /** Runs an action; returns the calls that arrived meanwhile. */
    public List<Exchange> during(Runnable action) {
        long before = last();
        int beginning = beginnings.get();
        action.run();
        return since(beginnings.get() == beginning ? before : 0);
    }

    private JsonNode page(long since) {
        return calls("since", since).with("limit", String.valueOf(PAGE)).send();
    }

    private RemoteApi.Call calls(String parameter, long value) {
        return api.call("GET", "calls").with(parameter, String.valueOf(value));
    }

    /** The number of the latest call. */
    long last() {
        return calls("limit", 1).send().path("last").asLong();
    }

    @Override
    public List<Change> changes() {
        return api.call("GET", "changes")
                .send()
                .path("changes")
                .valueStream()
                .map(JournalJson::change)
                .toList();
    }

    @Override
    public void beginTest(String name) {
        tell("begin", name);
        tests.begin(name, last());
    }

    @Override
    public void endTest(String name) {
        tests.end(name);
        tell("end", name);
    }

    private void tell(String what, String test) {
        api.call("POST", "tests", what).json(Json.object().put("test", test)).send();
    }

    @Override
    public boolean isOfThisTest(Exchange call) {
        return tests.isOfThisThread(call);
    }

    @Override
    public void expect(Exchange refused) {
        expected.add(refused);
    }

    /** Whether a test expects a refusal, or has looked at it. */
    public boolean isExpected(Exchange refused) {
        return expected.contains(refused);
    }

    @Override
    public List<Exchange> unexpectedRefusals() {
        return expected.others(calls()).stream().filter(this::isOfThisTest).toList();
    }

    @Override
    public long dropped() {
        return calls("limit", 1).send().path("dropped").asLong();
    }

    @Override
    public boolean awaitCall(Predicate<Exchange> fits, Duration atMost) throws InterruptedException {
        return awaitCalls(all -> all.stream().anyMatch(fits), atMost);
    }

    @Override
    public boolean awaitCalls(Predicate<List<Exchange>> fit, Duration atMost) throws InterruptedException {
        LongPoll poll = LongPoll.of(api, atMost);
        while (true) {
            long seen = last();
            if (fit.test(calls())) {
                return true;
            }
            if (poll.isOver()) {
                return false;
            }
            poll.look(calls("since", seen));
        }
    }

    @Override
    public void clear() {
        api.call("DELETE", "journal").send();
        forget();
    }

    /** Starts again here too: the server counts calls from one again. */
    void forget() {
        beginnings.incrementAndGet();
        tests.startAgain();
        expected.clear();
    }
}
