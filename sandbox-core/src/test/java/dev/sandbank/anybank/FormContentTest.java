package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content that is a form becomes the object that its names tell of, with the types that the operation's schema asks for. */
class FormContentTest {

    private static final String DIALECT = """
            collections: {orders: {visible: all}}
            components:
              schemas:
                Amount: {type: integer, minimum: 1}
                Line: {type: object, properties: {price: {type: number}, tags: {type: array, items: {type: string}}}}
            operations:
              - id: order
                method: POST
                path: /orders
                scopes: [write]
                body:
                  mediaTypes: [application/x-www-form-urlencoded, application/json]
                  required: true
                  schema:
                    type: object
                    required: [amount]
                    additionalProperties: false
                    properties:
                      amount: {$ref: "#/components/schemas/Amount"}
                      express: {type: boolean}
                      limit: {anyOf: [{type: integer}, {type: string, enum: [""]}]}
                      name: {type: string, pattern: "^[A-Z]"}
                      to: {type: object, properties: {city: {type: string}, floor: {type: integer}}}
                      codes: {type: array, items: {type: integer}, maxItems: 3}
                      lines: {type: array, items: {$ref: "#/components/schemas/Line"}}
                      meta: {type: object, additionalProperties: {type: string}}
                  schemas:
                    application/json: {type: object, required: [total], properties: {total: {type: integer}}}
                  example: {amount: 5, name: Ann, to: {city: Ulm}, codes: [1, 2], lines: [{price: 2.5, tags: [new]}]}
                rules: [{when: [{fact: body.amount, present: true}], must: {fact: body.amount, to: 900}, refuse: too-much}]
                work: {create: {collection: orders, content: true}}
                reply: {status: 201, body: "${body}"}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}", at: "${property}"}}
              too-much: {status: 422, body: {code: too-much}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount=5 | {'amount':5}",
                "amount=5000000000&limit=7 | too-much",
                "amount=5&express=true&name=A%26B+%C3%A9 | {'amount':5,'express':true,'name':'A&B é'}",
                "amount=5&to[city]=Ulm&to%5Bfloor%5D=2 | {'amount':5,'to':{'city':'Ulm','floor':2}}",
                "amount=5&codes[]=1&codes[]=2 | {'amount':5,'codes':[1,2]}",
                "amount=5&codes=1&codes=2 | {'amount':5,'codes':[1,2]}",
                "amount=5&codes=7 | {'amount':5,'codes':[7]}",
                "amount=5&codes[0]=3&codes[1]=4 | {'amount':5,'codes':[3,4]}",
                "amount=5&lines[0][price]=2.50&lines[0][tags][]=x&lines[1][price]=1 |"
                        + " {'amount':5,'lines':[{'price':2.50,'tags':['x']},{'price':1}]}",
                "amount=5&meta[7]=8&meta[x]=true | {'amount':5,'meta':{'7':'8','x':'true'}}",
                "amount=5&limit= | {'amount':5,'limit':''}",
                "amount=5&limit=12 | {'amount':5,'limit':12}"
            })
    void isReadByItsNamesAndItsSchema(String form, String read) {
        if (read.equals("too-much")) {
            assertThat(order(form)).hasStatus(422).wasRefused("too-much");
        } else {
            assertThat(order(form)).hasStatus(201).hasBody(read.replace('\'', '"'));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount=five | input-invalid | amount",
                "amount=5.0 | input-invalid | amount",
                "amount=5&amount=6 | input-invalid | amount",
                "amount=5&express=yes | input-invalid | express",
                "amount=5&to=Ulm | input-invalid | to",
                "amount=5&name[]=Ann | input-invalid | name",
                "amount=5&codes[]=1&codes[]=2&codes[]=3&codes[]=4 | input-invalid | codes",
                "amount=5&other=1 | input-invalid | other",
                "name=Ann | input-invalid | amount",
                "amount=5&to[city]=Ulm&to=2 | body-malformed |",
                "amount=5&to=2&to[city]=Ulm | body-malformed |",
                "amount=5&codes=1&codes[]=2 | body-malformed |",
                "amount=5&codes[1]=1 | body-malformed |",
                "amount=5&lines[][price]=1 | body-malformed |",
                "amount=5&to[city=Ulm | body-malformed |",
                "amount=5&to]city[=Ulm | body-malformed |",
                "amount=5&=Ulm | body-malformed |",
                "amount=5&[city]=Ulm | body-malformed |",
                "amount=%zz | body-malformed |",
                "amount=%ff | body-malformed |"
            })
    void isRefusedIfItDoesNotFit(String form, String reason, String place) {
        var answer = assertThat(order(form)).hasStatus(400).wasRefusedAt("input", reason);
        if (place != null) {
            answer.has("/at", place);
        }
    }

    @Test
    void isBoundedAsJsonIs() {
        assertThat(order("amount=5&meta" + "[a]".repeat(64) + "=1")).wasRefused("body-malformed");
        assertThat(order("amount=5&meta[" + "a".repeat(1001) + "]=1")).wasRefused("body-malformed");
        assertThat(order("amount=5&meta[" + "a".repeat(1000) + "]=1")).hasStatus(201);
        assertThat(order("amount=5&meta" + "[a]".repeat(300_000) + "=1")).wasRefused("body-malformed");
        assertThat(order("amount=5&meta[x]=" + "a".repeat(1024 * 1024)))
                .hasStatus(413)
                .wasRefused("body-too-large");
    }

    @Test
    void mayBeEmptyButNotMissing() {
        assertThat(bank.as("ann", "POST", "/orders")).wasRefusedAt("input", "input-invalid");
        assertThat(order("")).wasRefusedAt("input", "input-invalid").has("/at", "amount");
    }

    @Test
    void hasASchemaOfItsOwnBesideJson() {
        assertThat(bank.as("ann", "POST", "/orders").json("{\"total\": 5}")).hasStatus(201);
        assertThat(bank.as("ann", "POST", "/orders").json("{\"amount\": 5}"))
                .hasStatus(400)
                .has("/at", "total");
        assertThat(bank.as("ann", "POST", "/orders").content("text/plain", "amount=5"))
                .hasStatus(415);
    }

    @Test
    void isWrittenIntoTheJournalWithoutItsSecrets() {
        order("amount=5&meta[password]=tiger-42&to[pin]=4711").send();

        assertThat(bank.sandbank().journal().calls().get(0).requestBody())
                .contains("amount=5")
                .doesNotContain("tiger-42", "4711");
    }

    @Test
    void isWhatTheCatalogueSends(@TempDir Path folder) throws IOException, InterruptedException {
        List<Denial> denials = Sandbank.builder()
                .fixture(TinyBank.write(folder, DIALECT, "").toString())
                .denials("order");

        assertThat(denials)
                .extracting(Denial::name)
                .contains(
                        "input: no content",
                        "input: content not a form",
                        "input: amount missing",
                        "input: amount of another type",
                        "input: codes of another type",
                        "input: name invalid",
                        "rules: amount more than 900");
        for (Denial denial : denials) {
            try (Sandbank sandbank =
                    Sandbank.start(folder.resolve("fixture.yaml").toString())) {
                ArrangedCall arranged = denial.arrange(sandbank);
                int status = HttpClient.newHttpClient()
                        .send(arranged.request(), BodyHandlers.ofString())
                        .statusCode();
                Exchange call = sandbank.journal().calls().get(0);
                assertThat(status).as(denial.name()).isEqualTo(denial.status());
                assertThat(call.decision().refusal()).as(denial.name()).isEqualTo(denial.reason());
                assertThat(arranged.differences(call)).as(denial.name()).isEmpty();
            }
        }
    }

    private HttpCall order(String form) {
        return bank.as("ann", "POST", "/orders").content("application/x-www-form-urlencoded", form);
    }
}
