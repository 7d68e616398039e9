package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an operation answers whose dialect says nothing of its reply. */
class UsualReplyTest {

    private static final String DIALECT = """
            collections: {notes: {visible: all}}
            operations:
              - {id: list, method: GET, path: /notes, work: {list: {collection: notes}}}
              - id: get
                method: GET
                path: /notes/{id}
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: notes}]
                work: {get: {}}
              - id: delete
                method: DELETE
                path: /notes/{id}
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: notes}]
                work: {delete: {}}
              - id: create
                method: POST
                path: /notes
                body: {mediaTypes: [application/json], required: true, schema: {type: object}}
                work: {create: {collection: notes, id: note-6, content: true}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "notes: [{id: n1, text: one}]\n");

    @Test
    void isTheEntriesOfAList() {
        assertThat(call("GET", "")).hasStatus(200).hasBody("[{\"id\":\"n1\",\"text\":\"one\"}]");
    }

    @Test
    void isTheEntryThatIsGot() {
        assertThat(call("GET", "/n1")).hasStatus(200).hasBody("{\"id\":\"n1\",\"text\":\"one\"}");
    }

    @Test
    void isTheEntryThatIsMade() {
        assertThat(call("POST", "").json("{\"text\":\"two\"}"))
                .hasStatus(201)
                .has("/text", "two")
                .hasMembersOnly("", "id", "text");
    }

    @Test
    void isNothingElse() {
        assertThat(call("DELETE", "/n1")).hasStatus(204);
        assertThat(call("GET", "/n1")).hasStatus(404);
    }

    private HttpCall call(String method, String path) {
        return HttpCall.call(bank.sandbank(), method, "/api/notes" + path)
                .bearer(bank.sandbank().tokens().forClient("app"));
    }
}
