package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AtOnce;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code replace}, {@code patch}, {@code action} and {@code delete} leave of an entry. */
class ChangedEntryTest {

    private static final String DIALECT = """
            collections: {notes: {visible: owned, owner: by}}
            operations:
              - &get {id: getNote, method: GET, path: "/notes/{id}", parameters: [&id {name: id, in: path, schema: {type: string}}],
                 resources: [&note {in: path, name: id, collection: notes, as: note}], work: {get: {}}, reply: &entry {body: "${entry}"}}
              - {id: putNote, method: PUT, path: "/notes/{id}", parameters: [*id], resources: [*note],
                 rules: [&open {must: {fact: note.state, is: open}, refuse: closed}],
                 body: &any {mediaTypes: [application/json], schema: true}, work: {replace: {members: {state: "${note.state}"}}}, reply: *entry}
              - {id: patchNote, method: PATCH, path: "/notes/{id}", parameters: [*id], resources: [*note], rules: [*open],
                 body: *any, work: {patch: {members: {at: "${now}"}}}, reply: *entry}
              - {id: closeNote, method: POST, path: "/notes/{id}/close", parameters: [*id], resources: [*note], rules: [*open],
                 work: {action: {members: {state: closed, closedBy: "${subject}"}}}, reply: *entry}
              - {id: deleteNote, method: DELETE, path: "/notes/{id}", parameters: [*id], resources: [*note], rules: [*open],
                 work: {delete: {}}}
              - {id: listNotes, method: GET, path: /notes, work: {list: {collection: notes}}, reply: {body: {all: "${items}"}}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              closed: {status: 409, body: {code: closed, text: "${detail}", was: "${value}"}}
            """;
    private static final String FIXTURE = """
            notes:
              - {id: n-1, by: ann, state: open, a: {b: {c: 1, d: 2}, e: text}, list: [1, 2]}
              - {id: n-2, by: ann, state: shut, text: old}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void isShownAsItIs() {
        assertThat(bank.get("ann", "/notes/n-2"))
                .hasStatus(200)
                .wasAllowed()
                .hasBody("{\"id\":\"n-2\",\"by\":\"ann\",\"state\":\"shut\",\"text\":\"old\"}");
        assertThat(bank.get("bob", "/notes/n-2")).hasStatus(404);
    }

    @Test
    void isReplacedButForItsIdAndOwner() {
        assertThat(bank.as("ann", "PUT", "/notes/n-1").json("{\"id\":\"n-9\",\"by\":\"bob\",\"text\":\"new\"}"))
                .hasStatus(200)
                .hasBody("{\"id\":\"n-1\",\"by\":\"ann\",\"state\":\"open\",\"text\":\"new\"}");

        assertThat(bank.get("ann", "/notes/n-1")).hasStatus(200).has("/text", "new");
        assertThat(bank.get("bob", "/notes/n-1")).hasStatus(404);
        assertThat(bank.get("ann", "/notes/n-9")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"b\":{\"c\":null}}}        | {\"b\":{\"d\":2},\"e\":\"text\"}",
                "{\"a\":{\"b\":null,\"f\":[null]}}   | {\"e\":\"text\",\"f\":[null]}",
                "{\"a\":{\"b\":{\"c\":{\"x\":null}}}} | {\"b\":{\"c\":{},\"d\":2},\"e\":\"text\"}",
                "{\"a\":{\"e\":{\"x\":{\"y\":null,\"z\":1}}}} | {\"b\":{\"c\":1,\"d\":2},\"e\":{\"x\":{\"z\":1}}}",
                "{\"a\":{}}                          | {\"b\":{\"c\":1,\"d\":2},\"e\":\"text\"}",
                "{\"a\":[3]}                         | [3]",
                "{\"zzz\":null}                      | {\"b\":{\"c\":1,\"d\":2},\"e\":\"text\"}"
            })
    void isPatchedAsMergePatchSays(String patch, String a) {
        Answer patched = bank.as("ann", "PATCH", "/notes/n-1").json(patch).send();

        assertThat(patched).hasStatus(200).lacks("/zzz").has("/at", "2031-03-03T09:00:00.000Z");
        assertThat(patched.at("/a")).isEqualTo(Answer.parse(a));
        assertThat(bank.get("ann", "/notes/n-1")).hasBody(patched.body());
    }

    @Test
    void keepsItsIdAndOwnerInAPatch() {
        assertThat(bank.as("ann", "PATCH", "/notes/n-1").json("{\"id\":null,\"by\":\"bob\"}"))
                .hasStatus(200)
                .has("/id", "n-1")
                .has("/by", "ann");
        assertThat(bank.as("ann", "PATCH", "/notes/n-1").json("{\"id\":\"n-2\",\"by\":null}"))
                .has("/id", "n-1")
                .has("/by", "ann");

        assertThat(bank.get("bob", "/notes/n-1")).hasStatus(404);
        assertThat(bank.get("ann", "/notes").send().each("/all", "id")).containsExactly("n-1", "n-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"PUT; []", "PUT; null", "PUT; ''", "PATCH; []", "PATCH; 5", "PATCH; \"x\"", "PATCH; null"})
    void isNotChangedByContentWithoutMembers(String method, String content) {
        Answer before = bank.get("ann", "/notes/n-1").send();

        assertThat(bank.as("ann", method, "/notes/n-1").json(content))
                .hasStatus(400)
                .wasRefused("input-invalid");

        assertThat(bank.get("ann", "/notes/n-1")).hasBody(before.body());
    }

    @ParameterizedTest
    @CsvSource({"PUT, /notes/n-2", "PATCH, /notes/n-2", "POST, /notes/n-2/close", "DELETE, /notes/n-2"})
    void isNotChangedAgainstARule(String method, String path) {
        Answer before = bank.get("ann", "/notes/n-2").send();

        assertThat(bank.as("ann", method, path).json("{\"state\":\"open\"}"))
                .hasStatus(409)
                .has("/text", "note.state is shut but must be open")
                .has("/was", "shut")
                .wasRefusedAt("rules", "closed");

        assertThat(bank.get("ann", "/notes/n-2")).hasBody(before.body());
    }

    @Test
    void isGoneOnceDeleted() {
        assertThat(bank.as("ann", "DELETE", "/notes/n-1")).hasStatus(204);

        assertThat(bank.as("ann", "DELETE", "/notes/n-1")).hasStatus(404).wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.get("ann", "/notes/n-1")).hasStatus(404);
        assertThat(bank.get("ann", "/notes").send().each("/all", "id")).containsExactly("n-2");
        bank.sandbank().reset();
        assertThat(bank.get("ann", "/notes/n-1")).hasStatus(200);
    }

    @Test
    void tellsOnlyTheMomentOfTheSandbox() {
        bank.sandbank().clock().advance(Duration.ofDays(1));

        assertThat(bank.as("ann", "PATCH", "/notes/n-1").json("{}")).has("/at", "2031-03-04T09:00:00.000Z");
    }

    @Test
    void isChangedByOneOfManyAtOnce() throws Exception {
        List<Integer> answers = AtOnce.times(
                16, () -> bank.as("ann", "POST", "/notes/n-1/close").send().status());

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }
}
