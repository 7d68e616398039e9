package dev.sandbank.internal.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.api.JournalJson;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.export.Export;
import dev.sandbank.internal.fixture.CheckedFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A bundle that is being written. Nothing of it exists before the test failed: the state at the start is made again from the fixture.
 *
 * @param fixture the fixture that was loaded last
 * @param started when the sandbox started
 * @param calls the calls of the journal
 * @param changes the changes of the journal
 * @param export returns the present state as a fixture
 */
public record BundleDraft(
        PreparedFixture fixture, Instant started, List<Exchange> calls, List<Change> changes, Supplier<String> export) {

    private static final long LARGEST_STATE = 8L * 1024 * 1024;
    private static final int MOST_CALLS_BYTES = 8 * 1024 * 1024;
    private static final String HEAD = "# %s, without secrets.\n";

    /**
     * Writes the file.
     *
     * @param about what else to say of the sandbox
     */
    public void write(ObjectNode about, Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        TreeSet<String> secrets = new TreeSet<>();
        if (isSmall()) {
            entries.put(RecordedTest.FIXTURE, safe("The state at the start", beginning(), secrets));
            entries.put(RecordedTest.STATE, safe("The state at the end", export.get(), secrets));
        }
        List<String> kept = latest();
        about.put("format", RecordedTest.FORMAT);
        about.put("dropped", about.path("dropped").asLong() + calls.size() - kept.size());
        entries.put(RecordedTest.ABOUT, about.toPrettyString());
        entries.put(RecordedTest.CALLS, "{\"calls\":[" + String.join(",\n", kept) + "]}");
        ObjectNode changed = Json.object();
        ArrayNode notes = changed.putArray("changes");
        changes.forEach(change -> notes.add(JournalJson.write(change)));
        entries.put(RecordedTest.CHANGES, changed.toPrettyString());
        entries.replaceAll((name, text) -> swept(text, secrets));
        new BundleFile(file).write(entries);
    }

    private boolean isSmall() {
        return fixture.realms().values().stream()
                        .mapToLong(start -> start.seed().bytes())
                        .sum()
                <= LARGEST_STATE;
    }

    /** The state at the start: a sandbox of the same fixture, whose clock stands at that moment. */
    private String beginning() {
        try (Bank bank = new Bank(at(fixture, beginningAt()), () -> "http://127.0.0.1")) {
            return new Export(bank).text(fixture.fixture().dialect().name());
        }
    }

    /** If the first change is a reset or another fixture, the state began there. */
    private Instant beginningAt() {
        return changes.stream()
                .limit(1)
                .filter(first -> first.afterCall() == 0 && Beginnings.isOne(first.what()))
                .map(Change::at)
                .findFirst()
                .orElse(started);
    }

    /** The same fixture with a clock that stands at a moment, unless it stands still anyway. */
    static PreparedFixture at(PreparedFixture prepared, Instant moment) {
        CheckedFixture known = prepared.fixture();
        CheckedFixture stopped = new CheckedFixture(
                known.name(),
                known.bank(),
                known.dialect(),
                Objects.requireNonNullElse(known.startsAt(), moment),
                Duration.ZERO,
                known.seedValue(),
                known.root(),
                known.environments());
        return new PreparedFixture(stopped, prepared.definition(), prepared.realms());
    }

    private static String safe(String title, String text, TreeSet<String> secrets) {
        SecretFreeFixture safe =
                SecretFreeFixture.of(Library.ofProcess().fixtures().tree("the state", text));
        secrets.addAll(safe.swept());
        return HEAD.formatted(title) + safe.text();
    }

    /** The latest calls as JSON, as many as fit. */
    private List<String> latest() {
        List<String> kept = new ArrayList<>();
        int left = MOST_CALLS_BYTES;
        for (int at = calls.size() - 1; at >= 0; at--) {
            String call = JournalJson.write(calls.get(at)).toString();
            left -= call.length();
            if (left < 0) {
                break;
            }
            kept.add(call);
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Hides known secrets wherever callers put them, the longest first. */
    private static String swept(String text, TreeSet<String> secrets) {
        String safe = text;
        List<String> longestFirst = new ArrayList<>(secrets);
        longestFirst.sort((one, other) -> Integer.compare(other.length(), one.length()));
        for (String secret : longestFirst) {
            String escaped = TextNode.valueOf(secret).toString();
            safe = safe.replace(secret, "…").replace(escaped.substring(1, escaped.length() - 1), "…");
        }
        return safe;
    }
}
