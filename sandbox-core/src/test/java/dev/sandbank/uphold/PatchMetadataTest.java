package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.update-metadata}: JSON Patch (RFC 6902). */
class PatchMetadataTest {

    private static final String PATH = "/core/accounts/" + ADAS_EMPTY + "/metadata";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1} | [{'op': 'add', 'path': '/b', 'value': null}] | {'a': 1, 'b': null}",
                "{'a': [1, 3]} | [{'op': 'add', 'path': '/a/1', 'value': 2}] | {'a': [1, 2, 3]}",
                "{'a': [1]} | [{'op': 'add', 'path': '/a/-', 'value': [2]}] | {'a': [1, [2]]}",
                "{'a': 1} | [{'op': 'add', 'path': '', 'value': {'b': 2}}] | {'b': 2}",
                "{'a': 1} | [{'op': 'replace', 'path': '', 'value': {'b': 2}}] | {'b': 2}",
                "{'a': {'b': 1}} | [{'op': 'replace', 'path': '/a/b', 'value': {'c': 2}}] | {'a': {'b': {'c': 2}}}",
                "{'a': [1, 2]} | [{'op': 'replace', 'path': '/a/0', 'value': 0}] | {'a': [0, 2]}",
                "{'a': [1, 2], 'b': 3} | [{'op': 'remove', 'path': '/a/0'}, {'op': 'remove', 'path': '/b'}] | {'a': [2]}",
                "{'a': 1, 'b': {}} | [{'op': 'move', 'from': '/a', 'path': '/b/c'}] | {'b': {'c': 1}}",
                "{'a': 1} | [{'op': 'move', 'from': '/a', 'path': '/a'}] | {'a': 1}",
                "{'a': {'b': 1}} | [{'op': 'copy', 'from': '/a', 'path': '/a/c'}] | {'a': {'b': 1, 'c': {'b': 1}}}",
                "{'a': 1} | [{'op': 'test', 'path': '/a', 'value': 1.0}, {'op': 'add', 'path': '/b', 'value': 2}] | {'a': 1, 'b': 2}",
                "{'a/b': 1, 'm~n': 2} | [{'op': 'remove', 'path': '/a~1b'}, {'op': 'test', 'path': '/m~0n', 'value': 2}] | {'m~n': 2}"
            })
    void doesWhatItSays(String before, String patch, String after) {
        given(before);

        assertThat(patch(patch))
                .hasStatus(200)
                .wasAllowed()
                .hasHeaderMatching("ETag", "\"[0-9a-f]{64}\"")
                .hasBody("{\"metadata\": " + json(after) + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op': 'remove', 'path': '/b'}",
                "{'op': 'remove', 'path': ''}",
                "{'op': 'replace', 'path': '/b', 'value': 1}",
                "{'op': 'add', 'path': '/b/c', 'value': 1}",
                "{'op': 'add', 'path': '/a/9', 'value': 1}",
                "{'op': 'add', 'path': '/a/01', 'value': 1}",
                "{'op': 'test', 'path': '/a', 'value': [2]}",
                "{'op': 'test', 'path': '/b', 'value': null}",
                "{'op': 'copy', 'from': '/b', 'path': '/c'}",
                "{'op': 'move', 'from': '/b', 'path': '/c'}",
                "{'op': 'move', 'from': '/a', 'path': '/a/0'}"
            })
    void isDoneAsAWholeOrNotAtAll(String operation) {
        given("{'a': [1]}");

        assertThat(patch("[{'op': 'add', 'path': '/x', 'value': 1}, " + operation + "]"))
                .hasStatus(422)
                .has("/code", "json_patch_failed")
                .has("/details/operation/index", 1)
                .hasMembersOnly("/details", "operation", "reason")
                .hasMembersOnly("/details/operation", "index", "op", "path");
        assertThat(as("GET", PATH)).hasBody("{\"metadata\": {\"a\": [1]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'remove', 'path': '/a'}]",
                "[{'op': 'replace', 'path': '', 'value': [1]}]",
                "[{'op': 'add', 'path': '', 'value': 'x'}]"
            })
    void leavesAnObjectWithMembers(String patch) {
        given("{'a': 1}");

        assertThat(patch(patch)).hasStatus(422).has("/details/reason", "nothing would be left");
    }

    @Test
    void leavesAtMost1024Characters() {
        given("{'a': '" + "x".repeat(500) + "'}");

        assertThat(patch("[{'op': 'copy', 'from': '/a', 'path': '/b'}]")).hasStatus(200);
        assertThat(patch("[{'op': 'add', 'path': '/c', 'value': 'more'}]"))
                .hasStatus(413)
                .has("/details/threshold/limit", 1024);
    }

    @Test
    void isGivenUpWhereItGrowsWithoutEnd() {
        given("{'a': {'b': 1}}");
        String doubling = IntStream.range(0, 200)
                .mapToObj(each -> "{'op': 'copy', 'from': '', 'path': '/a/b'}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(patch(doubling)).hasStatus(413).has("/code", "content_too_large");
    }

    @Test
    void isMadeOfWhatWasThere() {
        assertThat(as("PATCH", PATH).content("application/json-patch+json", json("[{'op': 'remove', 'path': '/a'}]")))
                .hasStatus(404)
                .has("/details/entity", "metadata");
        assertThat(as("PATCH", "/core/accounts/" + ADAS_SPENDING + "/metadata")
                        .header("If-Match", '"' + "0".repeat(64) + '"')
                        .content("application/json-patch+json", json("[{'op': 'remove', 'path': '/none'}]")))
                .hasStatus(412)
                .has("/code", "precondition_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[{'op': 'add', 'path': '/a'}]",
                "[{'op': 'remove'}]",
                "[{'op': 'erase', 'path': '/a'}]",
                "[{'op': 'move', 'path': '/a'}]",
                "[{'op': 'remove', 'path': '/a', 'value': 1}]",
                "[{'op': 'remove', 'path': 'a'}]",
                "[{'op': 'remove', 'path': '/~2'}]"
            })
    void hasOneForm(String patch) {
        given("{'a': 1}");

        assertThat(patch(patch)).hasStatus(400).has("/code", "request_invalid").has("/details/context", "body");
    }

    @Test
    void hasAMediaTypeOfItsOwn() {
        assertThat(as("PATCH", PATH).json("[]"))
                .hasStatus(415)
                .has("/details/violations/0/ruleParams/allowedValues/0", "application/json-patch+json");
    }

    private void given(String metadata) {
        assertThat(as("PUT", PATH).json(json(metadata))).hasStatus(201);
    }

    private HttpCall patch(String patch) {
        return as("PATCH", PATH).content("application/json-patch+json", json(patch));
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private HttpCall as(String method, String path) {
        return call(bank, method, path).bearer(bank.tokens().forClient("notes")).onBehalfOf(ADA);
    }
}
