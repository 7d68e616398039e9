package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply may have a tag of its content: callers that have it already are not told again (RFC 9110 §13). */
class ConditionalCallsTest {

    private static final String DIALECT = """
            collections: {notes: {visible: all}}
            operations:
              - id: list
                method: GET
                path: /notes
                work: {list: {collection: notes}}
                reply: {etag: true, headers: {X-Kind: notes}, body: {notes: "${items}"}}
              - id: add
                method: POST
                path: /notes
                body: {mediaTypes: [application/json], schema: {type: object}}
                work: {create: {collection: notes, content: true}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "notes: [{id: n1, text: one}]\n");

    private final String tag = list().send().header("ETag").orElseThrow();

    private HttpCall list() {
        return HttpCall.call(bank.sandbank(), "GET", "/api/notes")
                .bearer(bank.sandbank().tokens().forClient("app"));
    }

    @Test
    void haveTheSameTagForTheSameContent() {
        assertThat(list()).hasStatus(200).hasHeader("ETag", tag);
        bank.as("ann", "POST", "/notes").json("{\"text\": \"two\"}").send();

        Answer changed = list().header("If-None-Match", tag).send();

        assertThat(changed).hasStatus(200).has("/notes/1/text", "two");
        assertThat(list().header("If-None-Match", changed.header("ETag").orElseThrow()))
                .hasStatus(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*", "  %s  "})
    void areNotAnsweredAgain(String known) {
        assertThat(list().header("If-None-Match", known.formatted(tag)))
                .hasStatus(304)
                .wasAllowed()
                .hasHeader("ETag", tag)
                .hasHeader("X-Kind", "notes")
                .hasNoHeader("Content-Type")
                .hasBody("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "other", "", ","})
    void areAnsweredInFullForAnotherTag(String known) {
        assertThat(list().header("If-None-Match", known)).hasStatus(200).has("/notes/0/id", "n1");
    }

    @Test
    void areRefusedIfTheyWantAnotherTag() {
        assertThat(list().header("If-Match", "\"other\""))
                .hasStatus(412)
                .has("/code", "precondition-failed")
                .wasRefused("precondition-failed");
        assertThat(list().header("If-Match", "W/" + tag)).hasStatus(412);
        assertThat(list().header("If-Match", tag)).hasStatus(200);
        assertThat(list().header("If-Match", "*")).hasStatus(200);
    }
}
