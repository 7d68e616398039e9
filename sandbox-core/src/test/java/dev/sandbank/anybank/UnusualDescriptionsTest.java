package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.init.BankInitializer;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What descriptions hold, and importers stumble over, is honoured by the bank that {@code init} makes, or asked about. */
class UnusualDescriptionsTest {

    private static final String HEAD = """
            openapi: %s
            info: {title: Odd, version: "1"}
            servers: [{url: "https://odd.example/api"}]
            """;

    @TempDir
    private Path folder;

    private final List<Sandbank> started = new ArrayList<>();

    private List<String> told = List.of();

    @AfterEach
    void close() {
        started.forEach(Sandbank::close);
    }

    private Sandbank bank(String version, String rest) throws IOException {
        Path file = Files.writeString(folder.resolve("description.yaml"), HEAD.formatted(version) + rest);
        told = new BankInitializer(file.toString(), "odd").write(folder.resolve("bank"));
        Sandbank bank =
                Sandbank.start(folder.resolve("bank").resolve("fixture.yaml").toString());
        started.add(bank);
        return bank;
    }

    private static String app(Sandbank bank) {
        return bank.tokens().forClient("app");
    }

    @Test
    void ofSeveralFilesBecomeOne() throws IOException {
        Files.writeString(folder.resolve("paths.yaml"), """
                notes:
                  get:
                    operationId: listNotes
                    parameters: [{name: bad, in: query}]
                    responses: {"200": {description: All, content: {application/json: {schema: {type: array, items: {$ref: "parts.yaml#/Note"}}}}}}
                  post: {operationId: addNote, requestBody: {content: {}}, responses: {"204": {description: Nothing}}}
                """);
        Files.writeString(folder.resolve("parts.yaml"), """
                Note: {type: object, required: [id, text], properties: {id: {type: integer}, text: {$ref: "#/Text"}}}
                Text: {type: string, enum: [hello]}
                """);

        Sandbank bank = bank("3.1.0", "paths: {/notes: {$ref: \"paths.yaml#/notes\"}}\n");

        assertThat(get(bank, "/api/notes").bearer(app(bank))).hasStatus(200).has("/0/text", "hello");
        assertThat(post(bank, "/api/notes").bearer(app(bank))).hasStatus(405);
        assertThat(told).anyMatch(line -> line.startsWith("   - addNote (POST /notes): openapi.yaml:"));
        assertThat(folder.resolve("bank")).isDirectoryNotContaining("glob:**pa*.yaml");
    }

    @Test
    void withNullableMembersShowNull() throws IOException {
        Sandbank bank = bank("3.0.3", """
                paths:
                  /notes:
                    get:
                      operationId: listNotes
                      responses:
                        "200":
                          description: All
                          content:
                            application/json:
                              schema:
                                type: array
                                items:
                                  type: object
                                  required: [id, text, closedAt]
                                  properties:
                                    id: {type: string}
                                    text: {type: string, nullable: true}
                                    closedAt: {type: string, format: date-time, nullable: true}
                              example: [{id: n1, text: null, closedAt: null}]
                """);

        String second = get(bank, "/api/notes").bearer(app(bank)).send().text("/1/id");
        assertThat(get(bank, "/api/notes").bearer(app(bank)))
                .hasStatus(200)
                .hasBody("[{\"id\": \"n1\", \"text\": null, \"closedAt\": null}, {\"id\": \"" + second
                        + "\", \"text\": null, \"closedAt\": null}]");
    }

    @Test
    void withAlternativesTakeAndShowOne() throws IOException {
        Sandbank bank = bank("3.1.0", """
                paths:
                  /payees:
                    post:
                      operationId: addPayee
                      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Payee"}}}}
                      responses: {"201": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Payee"}}}}}
                  /payees/{payeeId}:
                    get:
                      operationId: getPayee
                      parameters: [{name: payeeId, in: path, required: true, schema: {type: string}}]
                      responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Payee"}}}}}
                components:
                  schemas:
                    Payee:
                      oneOf: [{$ref: "#/components/schemas/Person"}, {$ref: "#/components/schemas/Company"}]
                      discriminator: {propertyName: kind, mapping: {person: "#/components/schemas/Person", company: "#/components/schemas/Company"}}
                    Base: {type: object, required: [kind], properties: {id: {type: string, readOnly: true}, kind: {type: string}}}
                    Person:
                      allOf:
                        - {$ref: "#/components/schemas/Base"}
                        - {type: object, required: [firstName], properties: {kind: {const: person}, firstName: {type: string}}}
                    Company:
                      allOf:
                        - {$ref: "#/components/schemas/Base"}
                        - {type: object, required: [legalName], properties: {kind: {const: company}, legalName: {type: string}}}
                """);

        String id = post(bank, "/api/payees")
                .bearer(app(bank))
                .json("{\"kind\": \"person\", \"firstName\": \"Ada\"}")
                .send()
                .text("/id");

        assertThat(get(bank, "/api/payees/" + id).bearer(app(bank)))
                .has("/firstName", "Ada")
                .lacks("/legalName");
        assertThat(post(bank, "/api/payees").bearer(app(bank)).json("{\"kind\": \"robot\"}"))
                .hasStatus(400);
    }

    @Test
    void withObjectsAndListsInTheQueryCheckThem() throws IOException {
        Sandbank bank = bank("3.0.3", """
                paths:
                  /notes:
                    get:
                      operationId: listNotes
                      parameters:
                        - {name: status, in: query, schema: {type: array, items: {type: string, enum: [open, shut]}}}
                        - {name: made, in: query, style: deepObject, explode: true, schema: {type: object, additionalProperties: false, properties: {gte: {type: integer}}}}
                      responses:
                        "200":
                          description: All
                          content:
                            application/json:
                              schema: {type: array, items: {type: object, properties: {id: {type: integer}, status: {type: string}}}}
                              example: [{id: 1, status: open}]
                """);

        assertThat(get(
                                bank,
                                "/api/notes?status=shut&status=open&made[gte]=3"
                                        .replace("[", "%5B")
                                        .replace("]", "%5D"))
                        .bearer(app(bank)))
                .hasStatus(200)
                .has("/0/id", 1);
        assertThat(get(bank, "/api/notes?status=shut").bearer(app(bank))).hasBody("[]");
        assertThat(get(bank, "/api/notes?made%5Blt%5D=3").bearer(app(bank))).hasStatus(400);
        assertThat(told).anyMatch(line -> line.startsWith("   - listNotes: made.gte (openapi.yaml:"));
    }

    @Test
    void withOpenIdConnectNeedItsTokens() throws IOException {
        Sandbank bank = bank("3.0.3", """
                security: [{login: [notes]}]
                paths: {/ping: {get: {operationId: ping, responses: {"204": {description: Pong}}}}}
                components: {securitySchemes: {login: {type: openIdConnect, openIdConnectUrl: "https://odd.example/.well-known/openid-configuration"}}}
                """);

        assertThat(get(bank, "/api/ping")).hasStatus(401);
        assertThat(get(bank, "/api/ping").bearer("nonsense")).hasStatus(401);
        assertThat(get(bank, "/api/ping").bearer(bank.tokens().forClient("limited")))
                .hasStatus(403);
        assertThat(get(bank, "/api/ping").bearer(app(bank))).hasStatus(204);
    }

    @Test
    void withoutTokensNeedAKeyOrAPassword() throws IOException {
        Sandbank bank = bank("3.0.3", """
                security: [{key: []}]
                paths:
                  /ping: {get: {operationId: ping, responses: {"204": {description: Pong}}}}
                  /pong: {get: {operationId: pong, security: [{password: []}], responses: {"204": {description: Ping}}}}
                components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, password: {type: http, scheme: basic}}}
                """);

        assertThat(get(bank, "/api/ping").header("X-Key", "app-key")).hasStatus(204);
        assertThat(get(bank, "/api/ping").header("X-Key", "nonsense")).hasStatus(401);
        assertThat(get(bank, "/api/ping").bearer(app(bank))).hasStatus(401);
        assertThat(get(bank, "/api/pong").basic("app:app-secret")).hasStatus(204);
        assertThat(get(bank, "/api/pong").basic("app:nonsense")).hasStatus(401);
        assertThat(get(bank, "/api/pong")).hasStatus(401);
    }

    @Test
    void answerWithTheReplyThatHasContent() throws IOException {
        Sandbank bank = bank("3.0.3", """
                paths:
                  /orders:
                    post:
                      operationId: order
                      responses:
                        "202": {description: Not yet}
                        "201": {description: It, content: {"application/vnd.odd+json; charset=utf-8": {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}
                        "200": {description: Nothing}
                """);

        assertThat(post(bank, "/api/orders").bearer(app(bank))).hasStatus(201).has("/n", 1);
    }

    @Test
    void withMorePartsToLeaveOutThanProblemsAreReportedAreMadeAllTheSame() throws IOException {
        String paths = IntStream.range(0, 150)
                .mapToObj(number ->
                        "  /p%s: {get: {operationId: get%s, parameters: [{name: bad, in: query}], responses: {\"204\": {description: Nothing}}}}\n"
                                .formatted(number, number))
                .collect(Collectors.joining());

        Sandbank bank = bank("3.0.3", "paths:\n" + paths);

        assertThat(call(bank, "GET", "/api/p149").bearer(app(bank))).hasStatus(204);
        assertThat(told).filteredOn(line -> line.contains("found no schema")).hasSize(150);
    }

    @Test
    void makeACallWithAKeyOnceEvenIfNoReplyTellsOfAConflict() throws IOException {
        Sandbank bank = bank("3.0.3", """
                paths:
                  /orders:
                    post:
                      operationId: order
                      requestBody: {content: {application/json: {schema: {type: object, properties: {idempotency_key: {type: string}, n: {type: integer}}}}}}
                      responses: {"204": {description: Nothing}}
                """);

        assertThat(order(bank, 1)).hasStatus(204);
        assertThat(order(bank, 1)).hasStatus(204);
        assertThat(order(bank, 2)).hasStatus(409);
    }

    private static HttpCall order(Sandbank bank, int n) {
        return post(bank, "/api/orders").bearer(app(bank)).json("{\"idempotency_key\": \"k\", \"n\": " + n + "}");
    }
}
