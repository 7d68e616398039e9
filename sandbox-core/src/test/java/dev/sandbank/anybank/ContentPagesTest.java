package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list whose pages the content of a call asks for. */
class ContentPagesTest {

    private static final String DIALECT = """
            collections: {items: {visible: all}}
            operations:
              - id: byCursor
                method: POST
                path: /cursor
                body: &body {mediaTypes: [application/json], schema: {type: object}}
                work: {list: {collection: items, pages: {style: cursor, start: /cursor, size: /page/size}}}
                reply: &paged {body: {all: "${items}", cursor: "${cursor}", next: "${next}", more: "${more}"}}
              - id: byOffset
                method: POST
                path: /offset
                body: *body
                work: {list: {collection: items, pages: {style: offset, start: /skip, size: /page/size}}}
                reply: *paged
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "items: [{id: a}, {id: b}, {id: c}]\n");

    @Test
    void goesOnAtItsCursor() {
        Answer first = post("/cursor", "{\"page\": {\"size\": 2}}");

        assertThat(first.each("/all", "id")).containsExactly("a", "b");
        assertThat(first).has("/more", true).lacks("/next");
        assertThat(post("/cursor", "{\"page\": {\"size\": 2}, \"cursor\": \"" + first.text("/cursor") + "\"}")
                        .each("/all", "id"))
                .containsExactly("c");
    }

    @Test
    void goesOnAtItsOffset() {
        assertThat(post("/offset", "{\"page\": {\"size\": 2}, \"skip\": 1}").each("/all", "id"))
                .containsExactly("b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"cursor\": null}", "{\"page\": {\"size\": null}}", "{\"page\": 7}"})
    void isWholeIfTheContentSaysNothingOfPages(String content) {
        assertThat(post("/cursor", content).each("/all", "id")).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"page\": {\"size\": 0}}", "{\"cursor\": \"a\"}"})
    void refusesPagesThatAreNotThere(String content) {
        assertThat(post("/cursor", content)).hasStatus(400).wasRefused("input-invalid");
    }

    private Answer post(String path, String content) {
        return bank.as("ann", "POST", path).json(content).send();
    }
}
