package dev.sandbank.anybank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A tiny bank whose operations are described in OpenAPI: files in a folder, each of which a test may say otherwise. */
final class DescribedBank {

    /** Notes of people, below {@code /api}. */
    static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Notes, version: "1"}
            servers: [{url: "https://bank.example/api"}]
            security: [{people: [read]}]
            paths:
              /notes/{noteId}:
                parameters: [{$ref: "#/components/parameters/NoteId"}]
                get:
                  operationId: getNote
                  responses: {"200": {$ref: "#/components/responses/Note"}}
                put:
                  operationId: putNote
                  security: [{people: [write]}]
                  requestBody: {$ref: "#/components/requestBodies/Note"}
                  responses: {"200": {$ref: "#/components/responses/Note"}}
              /notes:
                get:
                  operationId: listNotes
                  responses: {"200": {description: all, content: {application/json: {schema: {type: array}}}}}
            components:
              securitySchemes:
                people: {type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {read: Read, write: Write}}}}
              parameters:
                NoteId: {name: noteId, in: path, required: true, schema: {$ref: "#/components/schemas/Id"}}
              requestBodies:
                Note: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
              responses:
                Note: {description: one, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
              schemas:
                Id: {type: string, pattern: "^n-[0-9]+$"}
                Note:
                  type: object
                  required: [id, text]
                  properties:
                    id: {allOf: [{$ref: "#/components/schemas/Id"}], readOnly: true}
                    text: {type: string, maxLength: 20}
                    about: {type: array, items: {$ref: "#/components/schemas/Note"}}
            """;

    static final String DIALECT = """
            openapi: openapi.yaml
            scopes: {}
            collections: {notes: {visible: all}}
            operations:
              getNote:
                resources: [{in: path, name: noteId, collection: notes, as: note}]
                work: {get: {}}
              putNote:
                resources: [{in: path, name: noteId, collection: notes, as: note}]
                work: {replace: {}}
                reply: {body: "${entry}"}
              listNotes: {work: {list: {collection: notes}}}
            """;

    static final String FIXTURE = """
            notes: [{id: n-1, text: first}]
            clients:
              - {id: app, secret: app-secret, scopes: [read, write]}
            """;

    private DescribedBank() {}

    static TinyBank start(Path folder, String description) {
        return start(folder, Map.of("openapi.yaml", description), DIALECT);
    }

    /** Starts it with further files beside the dialect. */
    static TinyBank start(Path folder, Map<String, String> files, String dialect) {
        write(folder, files);
        return TinyBank.start(folder, dialect, FIXTURE);
    }

    static void write(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
