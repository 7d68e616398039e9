package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection that fixtures may leave out, so that nothing is looked up in it. */
class OptionalCollectionTest {

    private static final String DIALECT = """
            collections: {assets: {visible: all}, notes: {visible: all}}
            fixture: {optional: [assets]}
            operations:
              - {id: get, method: GET, path: "/assets/{id}", parameters: [&id {name: id, in: path, schema: {type: string}}],
                 resources: [&asset {in: path, name: id, collection: assets, unknown: no-asset}], work: {get: {}}, reply: {body: "${entry}"}}
              - {id: delete, method: DELETE, path: "/assets/{id}", parameters: [*id], resources: [*asset], work: {delete: {}}}
              - {id: note, method: POST, path: /notes, body: {mediaTypes: [application/json], schema: true},
                 resources: [{in: body, name: /asset, collection: assets}],
                 work: {create: {collection: notes, content: true}}, reply: {status: 201}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              no-asset: {status: 410, body: {id: "${id}"}}
            """;

    @TempDir
    Path folder;

    @Test
    void hasNoEntryToWorkOnWhenItIsLeftOut() {
        try (TinyBank bank = TinyBank.start(folder, DIALECT, "")) {
            assertThat(bank.get("ann", "/assets/x"))
                    .hasStatus(410)
                    .has("/id", "x")
                    .wasRefused("resource-unknown");
            assertThat(bank.as("ann", "POST", "/notes").json("{\"asset\":\"anything\"}"))
                    .hasStatus(201);
        }
    }

    @Test
    void isGoneWithItsLastEntry() {
        try (TinyBank bank = TinyBank.start(folder, DIALECT, "assets: [{id: x}]")) {
            assertThat(bank.as("ann", "POST", "/notes").json("{\"asset\":\"y\"}"))
                    .hasStatus(404);
            assertThat(bank.as("ann", "DELETE", "/assets/x")).hasStatus(204);

            assertThat(bank.as("ann", "DELETE", "/assets/x")).hasStatus(410);
        }
    }
}
