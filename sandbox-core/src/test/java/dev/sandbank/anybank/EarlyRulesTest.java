package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that knows enough without the content can be asked before anybody reads that. */
class EarlyRulesTest {

    private static final String DIALECT = """
            collections: {notes: {visible: all}}
            operations:
              - id: note
                method: POST
                path: /notes
                parameters: [{name: X-Bank, in: header, required: true, schema: {type: string, pattern: "^[a-z]+$", default: here}}]
                body: {mediaTypes: [application/json], required: true, schema: {type: object, required: [text], properties: {text: {type: string}}}, example: {text: hello}}
                rules:
                  - {must: {fact: parameter.X-Bank, is: here}, refuse: elsewhere, before: input}
                  - {must: {fact: body.text, isNot: bad}, refuse: bad-text}
                work: {create: {collection: notes, content: true}}
                reply: {status: 201}
            refusals:
              default: {body: {code: "${reason}"}}
              elsewhere: {status: 421, body: {code: elsewhere}}
              bad-text: {status: 422, body: {code: bad-text}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "");

    private HttpCall note(String where, String body) {
        return bank.as("ann", "POST", "/notes").header("X-Bank", where).json(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "there | {'text':'x'} | 421 | elsewhere",
                "there | {'text':1} | 421 | elsewhere",
                "there | { | 421 | elsewhere",
                "NOWHERE | { | 400 | input-invalid",
                "here | { | 400 | body-malformed",
                "here | {'text':1} | 400 | input-invalid"
            })
    void areAskedBeforeTheContentAndAfterTheParameters(String where, String body, int status, String reason) {
        assertThat(note(where, body.replace('\'', '"'))).hasStatus(status).wasRefusedAt("input", reason);
    }

    @Test
    void leaveTheOthersWhereTheyAre() {
        assertThat(note("here", "{\"text\":\"bad\"}")).hasStatus(422).wasRefusedAt("rules", "bad-text");
        assertThat(note("here", "{\"text\":\"good\"}")).hasStatus(201).wasAllowed();
    }

    @Test
    void areToldByTheCatalogueWhereTheyAreAsked(@TempDir Path folder) {
        assertThat(Sandbank.builder()
                        .fixture(TinyBank.write(folder, DIALECT, "").toString())
                        .denials("note"))
                .extracting(Denial::toString)
                .contains("input: X-Bank another -> 421 elsewhere")
                .anyMatch(told -> told.startsWith("rules: ") && told.endsWith("-> 422 bad-text"));
    }

    @Test
    void knowNothingOfTheContent(@TempDir Path folder) {
        assertThatThrownBy(() -> TinyBank.start(
                        folder, DIALECT.replace("refuse: bad-text}", "refuse: bad-text, before: input}"), ""))
                .hasMessageContaining("rules[1].must.fact: found \"body.text\", expected a fact that begins with");
    }
}
