package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.SandbankException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a description is told with its file, line and place. */
class DescriptionMistakesTest {

    @TempDir
    private Path folder;

    private void isTold(Map<String, String> files, String dialect, String told) {
        assertThatThrownBy(() -> DescribedBank.start(folder, files, dialect).close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            openapi: 3.1.0                          | swagger: "2.0"                   | openapi.yaml:1: swagger: found Swagger 2.0, expected a description in OpenAPI 3.0 or 3.1: convert it first
            openapi: 3.1.0                          | openapi: 4.0.0                   | openapi.yaml:1: openapi: found "4.0.0", expected "3.0.…" or "3.1.…"
            operationId: putNote                    | operationId: putNotes            | dialect.yaml:16: operations.putNote: found "putNote", expected an operation that the description has, or one with a method and a path of its own, did you mean "putNotes"?
            "#/components/parameters/NoteId"        | "#/components/parameters/NoteID" | openapi.yaml:7: paths["/notes/{noteId}"].parameters[0].$ref: found "NoteID", expected a place in
            "#/components/requestBodies/Note"       | "https://bank.example/x.yaml"    | requestBody.$ref: found "https://bank.example/x.yaml", expected a place in this file, or in a file beside it
            "#/components/requestBodies/Note"       | "/etc/passwd"                    | requestBody.$ref: found "/etc/passwd", expected a place in this file, or in a file beside it
            "#/components/requestBodies/Note"       | "none.yaml#/Note"                | requestBody.$ref: found "none.yaml", expected a file beside this one
            "#/components/requestBodies/Note"       | "#note"                          | requestBody.$ref: found an anchor, expected a JSON Pointer, such as "#/components/schemas/Account"
            Id: {type: string, pattern: "^n-[0-9]+$"} | Id: {$ref: "#/components/schemas/Id"} | found references that form a circle, expected one that ends at a definition
            pattern: "^n-[0-9]+$"                   | pattern: "(?<=n)[0-9]"           | components.schemas.Id.pattern: found
            maxLength: 20                           | maxLenght: 20                    | components.schemas.Note.properties.text.maxLenght: found "maxLenght", expected a keyword of JSON Schema, did you mean "maxLength"?
            maxLength: 20                           | nullable: true                   | components.schemas.Note.properties.text.nullable: found a keyword of OpenAPI 3.0, expected a list of types
            /notes:                                 | /notes/{id}:                     | found the route of "/notes/{noteId}" again, expected another: only the names of its parameters differ
            url: "https://bank.example/api"         | url: "https://bank.example/{v}"  | servers[0].url: found a variable without a default in the path, expected a path, or a default
            url: "https://bank.example/api"         | url: "https://bank.example/v2"   | found the path "/v2/notes/{noteId}", expected one below api.base, "/api"
            {people: [write]}                       | {people: [wirte]}                | found "wirte", expected a scope of this dialect
            {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}\\n  responses | {multipart/form-data: {}}}\\n  responses | found content of type multipart/form-data, expected JSON
            """)
    void isToldByItsPlace(String right, String wrong, String told) {
        String from = right.replace("\\n", "\n");
        assertThat(DescribedBank.DESCRIPTION).contains(from);
        int at = DescribedBank.DESCRIPTION.indexOf(from);
        String description = DescribedBank.DESCRIPTION.substring(0, at)
                + wrong.replace("\\n", "\n")
                + DescribedBank.DESCRIPTION.substring(at + from.length());

        isTold(Map.of("openapi.yaml", description), DescribedBank.DIALECT, told);
    }

    @Test
    void isNothingOfAFileThatIsNoDescription() {
        isTold(
                Map.of("openapi.yaml", "root:x:0:0:root\nsecret: [a\n"),
                DescribedBank.DIALECT,
                "found no description in OpenAPI, expected one, or a part of it");
    }

    @Test
    void isADescriptionThatIsNotThere() {
        isTold(Map.of(), DescribedBank.DIALECT, "found \"openapi.yaml\", expected a file beside the dialect");
    }

    @Test
    void isAnOperationOfTheDialectThatTheDescriptionHasToo() {
        isTold(
                Map.of("openapi.yaml", DescribedBank.DESCRIPTION),
                DescribedBank.DIALECT.replace("getNote:", "getNote:\n    method: GET"),
                "operations.getNote.method: found a member that the description already has, expected none");
    }

    @Test
    void isAParameterOfTheDialectThatTheDescriptionDoesNotHave() {
        isTold(
                Map.of("openapi.yaml", DescribedBank.DESCRIPTION),
                DescribedBank.DIALECT.replace(
                        "getNote:", "getNote:\n    parameters: [{name: noteID, schema: {type: string}}]"),
                "operations.getNote.parameters[0].name: found \"noteID\", expected a parameter that the description has here,"
                        + " or one with \"in\" and \"schema\" of its own, did you mean \"noteId\"?");
    }

    @Test
    void areDenialsOfAnOperationThatIsNotThere() {
        isTold(
                Map.of("openapi.yaml", DescribedBank.DESCRIPTION, "denials.yaml", "putNoet: {examples: {}}\n"),
                "denials: denials.yaml\n" + DescribedBank.DIALECT,
                "denials.yaml:1: putNoet: found \"putNoet\", expected an operation of the dialect, did you mean \"putNote\"?");
    }
}
