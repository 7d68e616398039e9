package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas of OpenAPI 3.0 and 3.1 mean what their version says. */
class DescribedSchemasTest {

    @TempDir
    private Path folder;

    private void isTaken(String version, String schema, String content, boolean taken) {
        String description = """
                openapi: %s
                info: {title: Notes, version: "1"}
                security: [{people: [write]}]
                paths:
                  /notes:
                    post:
                      operationId: addNote
                      requestBody: {content: {application/json: {schema: {type: object, properties: {it: %s}}}}}
                      responses: {"201": {description: made}}
                components:
                  securitySchemes: {people: {type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {write: Write}}}}}
                  schemas:
                    Short: {type: string, maxLength: 3}
                    Made:
                      type: object
                      required: [id, secret]
                      properties: {id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}
                """.formatted(version, schema);
        try (TinyBank bank = DescribedBank.start(folder, Map.of("openapi.yaml", description), """
                openapi: openapi.yaml
                collections: {notes: {visible: all}}
                operations: {addNote: {work: {create: {collection: notes, content: true}}}}
                """)) {
            assertThat(bank.as("ann", "POST", "/notes").json("{\"it\": " + content + "}"))
                    .hasStatus(taken ? 201 : 400);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: string, nullable: true}                                 | null  | true
            {type: string, nullable: true}                                 | 7     | false
            {type: string, enum: [a], nullable: true}                      | null  | true
            {type: string, enum: [a], nullable: true}                      | "b"   | false
            {allOf: [{$ref: "#/components/schemas/Short"}], nullable: true} | null | true
            {allOf: [{$ref: "#/components/schemas/Short"}], nullable: true} | "abcd" | false
            {type: integer, minimum: 3, exclusiveMinimum: true}            | 3     | false
            {type: integer, minimum: 3, exclusiveMinimum: true}            | 4     | true
            {type: integer, maximum: 3, exclusiveMaximum: true}            | 3     | false
            {type: integer, maximum: 3, exclusiveMaximum: false}           | 3     | true
            {$ref: "#/components/schemas/Short", maxLength: 1}             | "ab"  | true
            {$ref: "#/components/schemas/Short", nullable: true}           | null  | true
            {$ref: "#/components/schemas/Short", nullable: true}           | "abcd" | false
            {$ref: "#/components/schemas/Made"}                            | {"secret": "s"} | true
            {$ref: "#/components/schemas/Made"}                            | {"id": "i"}     | false
            {type: string, example: abc, x-mine: 1}                        | "x"   | true
            {type: string, pattern: "[[(]"}                                | "("   | true
            """)
    void of30(String schema, String content, boolean taken) {
        isTaken("3.0.3", schema, content, taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: [string, "null"]}                             | null | true
            {type: integer, exclusiveMinimum: 3}                 | 3    | false
            {$ref: "#/components/schemas/Short", maxLength: 1}   | "ab" | false
            {$ref: "#/components/schemas/Made"}                  | {"secret": "s"} | true
            {type: array, prefixItems: [{type: string}]}         | [1]  | false
            {const: yes}                                         | "no" | false
            {type: integer, maximum: 100}                        | 1.8446744073709551617e19 | false
            {type: integer, minimum: -5}                         | -1.8446744073709551616e19 | false
            {type: integer, maximum: 100}                        | 1e2  | true
            {type: integer, multipleOf: 2}                       | 9007199254740993 | false
            {type: integer, maximum: 9007199254740992}           | 9007199254740993 | false
            {type: integer, multipleOf: 10, maximum: 9e18}       | 9007199254740990 | true
            """)
    void of31(String schema, String content, boolean taken) {
        isTaken("3.1.0", schema, content, taken);
    }
}
