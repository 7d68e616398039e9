package dev.sandbank.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Change;
import dev.sandbank.Exchange;
import java.util.List;

/**
 * What happened in a sandbox during a test that failed.
 *
 * @param about the test, the bank, its base URL and clock, and how many earlier calls are missing
 * @param calls the calls that the journal had, oldest first
 * @param changes the changes that the test made, oldest first
 * @param fixture the state at the start as a fixture, without secrets; empty if it was too large
 * @param state the state at the end, likewise
 */
public record RecordedTest(JsonNode about, List<Exchange> calls, List<Change> changes, String fixture, String state) {

    static final String ABOUT = "about.json";
    static final String CALLS = "calls.json";
    static final String CHANGES = "changes.json";
    static final String FIXTURE = "fixture.yaml";
    static final String STATE = "state.yaml";

    /** The number in {@code about.json} that says how to read a bundle. */
    static final int FORMAT = 1;

    public RecordedTest {
        calls = List.copyOf(calls);
        changes = List.copyOf(changes);
    }

    public String test() {
        return about.path("test").asText();
    }

    /** How many calls at the beginning are missing. */
    public long dropped() {
        return about.path("dropped").asLong();
    }

    /** The URL under which callers knew the sandbox. */
    String baseUrl() {
        return about.path("baseUrl").asText();
    }
}
