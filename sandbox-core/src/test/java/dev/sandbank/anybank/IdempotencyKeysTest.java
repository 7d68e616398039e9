package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that repeats the key of an earlier one is that call, made again: it is answered as the first, and nothing is done. */
class IdempotencyKeysTest {

    private static final String DIALECT = """
            collections: {orders: {visible: all}, accounts: {visible: all}}
            operations:
              - id: order
                method: POST
                path: /orders
                body: &body {mediaTypes: [application/json], schema: {type: object, properties: {sum: {type: integer}, ref: {type: string}}}, example: {sum: 1, ref: r-1}}
                resources: [{in: subject, collection: users, as: me}]
                rules: [{must: {fact: me.poor, present: false}, refuse: too-poor}]
                idempotency: {header: Idempotency-Key, life: PT1H, conflict: reused}
                work: {create: {collection: orders, content: true}}
                reply: {status: 201, headers: {Location: "/orders/${id}"}, body: {id: "${id}"}}
              - {id: must, method: POST, path: /must, body: *body, idempotency: {header: X-Key, required: true, conflict: reused}, work: &create {create: {collection: orders}}}
              - {id: phrased, method: POST, path: /phrased, idempotency: {header: X-Key, required: true, conflict: reused, missing: no-key}, work: *create}
              - {id: inBody, method: POST, path: /in-body, body: *body, idempotency: {body: /ref, required: true, conflict: reused}, work: *create}
              - {id: orders, method: GET, path: /orders, work: {list: {collection: orders}}, reply: {body: {count: "${matching}"}}}
            refusals:
              default: {body: {code: "${reason}", at: "${property}"}}
              reused: {status: 409, body: {code: reused, first: "${id}"}}
              too-poor: {status: 422, body: {code: too-poor}}
              no-key: {status: 428, body: {code: no-key}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "");

    private HttpCall order(String user, String key, String body) {
        return bank.as(user, "POST", "/orders").header("Idempotency-Key", key).json(body);
    }

    private void assertOrders(int count) {
        assertThat(bank.get("ann", "/orders")).has("/count", count);
    }

    @Test
    void bringBackTheFirstAnswerAndDoNothing() {
        var first = order("ann", "k", "{\"sum\": 1}").send();
        var second = order("ann", "k", "{\"sum\": 1}").send();

        assertThat(first).hasStatus(201);
        assertThat(second)
                .hasStatus(201)
                .hasBody(first.body())
                .hasHeader("Location", first.header("Location").orElseThrow());
        assertThat(second.decision().toString())
                .contains("repeats the reply to the first call with this Idempotency-Key");
        assertOrders(1);
    }

    @Test
    void bringItBackThoughTheCallWouldNowBeRefused() {
        order("ann", "k", "{\"sum\": 1}").send();
        bank.sandbank().resource("users", "ann").set("poor", true);

        assertThat(order("ann", "k", "{\"sum\": 1}")).hasStatus(201);
        assertThat(order("ann", "other", "{\"sum\": 1}")).hasStatus(422);
    }

    @Test
    void areRefusedForAnotherRequestWithTheEntryOfTheFirst() {
        String id = order("ann", "k", "{\"sum\": 1}").send().text("/id");

        assertThat(order("ann", "k", "{\"sum\": 2}"))
                .hasStatus(409)
                .has("/first", id)
                .wasRefusedAt("input", "reused");
        assertOrders(1);
    }

    @Test
    void areThoseOfACallerAndAnOperation() {
        order("ann", "k", "{\"sum\": 1}").send();

        assertThat(order("bob", "k", "{\"sum\": 2}")).hasStatus(201);
        assertThat(bank.as("ann", "POST", "/must").header("X-Key", "k").json("{}"))
                .hasStatus(201);
        assertThat(order("ann", "l", "{\"sum\": 1}")).hasStatus(201);
        assertThat(bank.as("ann", "POST", "/orders").json("{\"sum\": 1}")).hasStatus(201);
        assertOrders(5);
    }

    @Test
    void areForgottenWhenTheirLifeIsOverOrTheSandboxStartsAgain() {
        order("ann", "k", "{\"sum\": 1}").send();
        bank.sandbank().clock().advance(Duration.ofMinutes(59));
        assertThat(order("ann", "k", "{\"sum\": 2}")).hasStatus(409);
        bank.sandbank().clock().advance(Duration.ofMinutes(1));
        assertThat(order("ann", "k", "{\"sum\": 2}")).hasStatus(201);

        bank.sandbank().reset();

        assertThat(order("ann", "k", "{\"sum\": 3}")).hasStatus(201);
    }

    @Test
    void mayBeTriedAgainAfterARefusal() {
        assertThat(order("ann", "k", "{\"sum\": \"x\"}")).hasStatus(400);
        assertThat(order("ann", "k", "{\"sum\": 1}")).hasStatus(201);
    }

    @Test
    void mayBeRequired() {
        assertThat(bank.as("ann", "POST", "/must").json("{}")).hasStatus(400).has("/at", "x-key");
        assertThat(bank.as("ann", "POST", "/must")
                        .header("X-Key", "k".repeat(256))
                        .json("{}"))
                .hasStatus(400);
        assertThat(bank.as("ann", "POST", "/must")
                        .header("X-Key", "a")
                        .header("X-Key", "b")
                        .json("{}"))
                .hasStatus(400);
        assertThat(bank.as("ann", "POST", "/phrased")).hasStatus(428).wasRefusedAt("input", "no-key");
        assertThat(bank.as("ann", "POST", "/in-body").json("{}")).hasStatus(400).has("/at", "ref");
    }

    @Test
    void mayStandInTheContent() {
        var first = bank.as("ann", "POST", "/in-body").json("{\"ref\": \"a\"}").send();

        assertThat(bank.as("ann", "POST", "/in-body").json("{\"ref\": \"a\"}")).hasBody(first.body());
        assertThat(bank.as("ann", "POST", "/in-body").json("{\"ref\": \"a\", \"sum\": 1}"))
                .hasStatus(409);
    }

    @Test
    void areSentByTheCatalogueWhichTellsThatTheyAreMissing(@TempDir Path folder) {
        var banks =
                Sandbank.builder().fixture(TinyBank.write(folder, DIALECT, "").toString());

        assertThat(banks.denials("must"))
                .extracting(Denial::toString)
                .contains("input: X-Key missing -> 400 input-invalid");
        assertThat(banks.denials("phrased"))
                .extracting(Denial::toString)
                .contains("input: X-Key missing -> 428 no-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{header: Idempotency-Key, life|{body: /ref, header: Idempotency-Key, life|found both or neither",
                "life: PT1H|life: 1h|idempotency.life: found \"1h\", expected a duration",
                "conflict: reused}|conflict: resued}|did you mean \"reused\"?",
                "missing: no-key|missing: no-kay|did you mean \"no-key\"?",
                "X-Key, required: true, conflict: reused, missing|X-Key, conflict: reused, missing|no key is required",
                "method: GET, path: /orders|method: GET, path: /orders, idempotency: {header: K, conflict: reused}|found it at a GET",
                "path: /phrased, idempotency: {header: X-Key|path: /phrased, idempotency: {body: /k|the operation takes no \"body\"",
            })
    void areCheckedInDialects(String right, String wrong, String told, @TempDir Path folder) {
        assertThat(DIALECT).contains(right);
        assertThatThrownBy(() -> TinyBank.start(folder, DIALECT.replace(right, wrong), ""))
                .hasMessageContaining(told);
    }
}
