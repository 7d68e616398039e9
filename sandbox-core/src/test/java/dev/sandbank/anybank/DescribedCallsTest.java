package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a description in OpenAPI says of credentials and of forms is how the bank asks. */
class DescribedCallsTest {

    private static final String DESCRIPTION = """
            openapi: 3.0.4
            info: {title: Tiny, version: "1"}
            servers: [{url: /api}]
            security: [{oauth: [read]}]
            paths:
              /token: {get: {operationId: byToken, responses: {"200": {description: ok}}}}
              /any:
                get:
                  operationId: byAny
                  security: [{oauth: [write]}, {key: []}]
                  responses: {"200": {description: ok}}
              /several:
                get:
                  operationId: bySeveral
                  security: [{oauth: [read, write]}, {oauth: [act]}]
                  responses: {"200": {description: ok}}
              /none: {get: {operationId: byNone, security: [], responses: {"200": {description: ok}}}}
              /orders:
                post:
                  operationId: order
                  security: [{pair: []}]
                  requestBody:
                    required: true
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object, required: [sum], properties: {sum: {type: integer}}}
                      application/json:
                        schema: {type: object, required: [total], properties: {total: {type: integer}}}
                  responses: {"201": {description: made}}
            components:
              securitySchemes:
                oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /idp/token, scopes: {read: Read, write: Write, act: Act}}}}
                key: {type: apiKey, in: header, name: X-API-Key}
                pair: {type: http, scheme: Basic}
                certificate: {type: mutualTLS}
            """;
    private static final String DIALECT = """
            openapi: openapi.yaml
            collections: {orders: {visible: all}}
            operations:
              byToken: {work: &list {list: {collection: orders}}, reply: &reply {body: {client: "${client}"}}}
              byAny: {work: *list, reply: *reply}
              bySeveral: {work: *list, reply: *reply}
              byNone: {work: *list, reply: *reply}
              order: {work: {create: {collection: orders, content: true}}, reply: {status: 201, body: "${body}"}}
            """;
    private static final String FIXTURE = """
            clients: [{id: app, secret: app-secret, scopes: [read, write, act], apiKeys: [k-1]}]
            """;

    @TempDir
    Path folder;

    private TinyBank bank(String description) throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), description);
        return TinyBank.start(folder, DIALECT, FIXTURE);
    }

    private static HttpCall get(TinyBank bank, String path) {
        return call(bank.sandbank(), "GET", "/api" + path);
    }

    @Test
    void takesCredentialsAsDescribed() throws IOException {
        try (TinyBank bank = bank(DESCRIPTION)) {
            assertThat(bank.asClient("GET", "/token", "read")).hasStatus(200);
            assertThat(bank.asClient("GET", "/token", "write")).hasStatus(403);
            assertThat(get(bank, "/token").header("X-API-Key", "k-1")).hasStatus(401);
            assertThat(get(bank, "/any").header("X-API-Key", "k-1")).hasBody("{\"client\": \"app\"}");
            assertThat(bank.asClient("GET", "/any", "read")).hasStatus(403);
            assertThat(bank.asClient("GET", "/any", "write")).hasStatus(200);
            assertThat(bank.asClient("GET", "/several", "read")).hasStatus(403);
            assertThat(bank.asClient("GET", "/several", "read", "write")).hasStatus(200);
            assertThat(bank.asClient("GET", "/several", "act")).hasStatus(200);
            assertThat(get(bank, "/none")).hasBody("{}");
        }
    }

    @Test
    void readsEachMediaTypeByItsSchema() throws IOException {
        try (TinyBank bank = bank(DESCRIPTION)) {
            HttpCall order = call(bank.sandbank(), "POST", "/api/orders").basic("app:app-secret");
            assertThat(order.form("sum", "5")).hasStatus(201).hasBody("{\"sum\": 5}");
            assertThat(order.json("{\"total\": 5}")).hasStatus(201);
            assertThat(order.json("{\"sum\": 5}")).hasStatus(400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{pair: []}]|[{certificate: []}]|found the security scheme \"certificate\" of type mutualTLS",
                "[{pair: []}]|[{pear: []}]|found the security scheme \"pear\"",
                "x-www-form-urlencoded:|xml:|"
            })
    void tellsWhatItCannotHonour(String right, String wrong, String told) {
        assertThat(DESCRIPTION).contains(right);
        if (told != null) {
            assertThatThrownBy(() -> bank(DESCRIPTION.replace(right, wrong)).close())
                    .hasMessageContaining(told);
        } else {
            assertThatThrownBy(() -> bank(DESCRIPTION
                                    .replace("application/x-www-form-urlencoded", "multipart/form-data")
                                    .replace("application/json", "text/plain"))
                            .close())
                    .hasMessageContaining("found content of type multipart/form-data, text/plain, expected JSON");
        }
    }
}
