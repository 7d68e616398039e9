package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.testing.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Refusals that list what was wrong. */
class ErrorListsTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all}
            operations:
              - id: open
                method: POST
                path: /accounts
                parameters: [{name: mode, in: query, schema: {type: integer}}]
                body:
                  mediaTypes: [application/json]
                  schema:
                    type: object
                    required: [name]
                    properties: {name: {type: string}, lines: {type: array, items: {properties: {a/b: {type: integer}}}}}
                resources: [{in: body, name: /parent, collection: accounts, as: parent}]
                work: {create: {collection: accounts}}
            refusals:
              default: {body: {code: "${reason}", at: "${pointer}"}}
              input-invalid:
                status: 422
                body: {fault: {code: invalid, first: "${pointer else property}"}}
                causesFrom: 1
                causes: {/fault/details: {at: "${pointer else property}", rule: "${rule}", number: "${number}"}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "accounts: [{id: a}]\n");

    @Test
    void haveOneCauseToo() {
        assertThat(open("{}")).hasBody("""
                {"fault": {"code": "invalid", "first": "/name", "details": [{"at": "/name", "rule": "required", "number": 1}]}}""");
    }

    @Test
    void pointToEachMember() {
        assertThat(open("{\"name\": 1, \"lines\": [{}, {\"a/b\": \"x\"}]}"))
                .has("/fault/code", "invalid")
                .has("/fault/details/0/at", "/name")
                .has("/fault/details/1/at", "/lines/1/a~1b");
    }

    @Test
    void nameParameters() {
        assertThat(bank.as("ann", "POST", "/accounts")
                        .query("mode", "x")
                        .json("{\"name\": \"x\"}")
                        .send())
                .has("/fault/first", "mode")
                .has("/fault/details/0/at", "mode");
    }

    @Test
    void pointToWhatWasNotFound() {
        assertThat(open("{\"name\": \"x\", \"parent\": \"b\"}")).has("/at", "/parent");
    }

    private Answer open(String content) {
        return bank.as("ann", "POST", "/accounts").json(content).send();
    }
}
