package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules let on, and what they do not. */
class RulesTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all}
            operations:
              - id: pay
                method: POST
                path: /pay
                body: {mediaTypes: [application/json], schema: true}
                rules:
                  - {must: {fact: body.amount, from: "0.01", to: "100.00"}, refuse: amount}
                work: {create: {collection: accounts}}
                reply: {status: 201}
              - id: same
                method: POST
                path: /same
                body: {mediaTypes: [application/json], schema: true}
                rules: [{must: {fact: body.left, is: "${body.right}"}, refuse: differs}]
                work: {create: {collection: accounts}}
                reply: {status: 201}
              - id: within
                method: POST
                path: /within
                body: {mediaTypes: [application/json], schema: true}
                rules: [{must: {fact: body.list, contains: "${body.one}"}, refuse: differs}]
                work: {create: {collection: accounts}}
                reply: {status: 201}
              - id: move
                method: POST
                path: /move
                body: {mediaTypes: [application/json], schema: true}
                resources:
                  - {in: body, name: /from, collection: accounts}
                  - {in: body, name: /to, collection: accounts}
                rules: [{must: {fact: accounts.state, is: open}, refuse: closed}]
                work: {create: {collection: accounts}}
                reply: {status: 201}
              - id: foreign
                method: POST
                path: /foreign
                body: {mediaTypes: [application/json], schema: true}
                rules: [{when: [{fact: body.kind, oneOf: [wire, swift]}], must: {fact: body.bic, from: A, to: ZZ}, refuse: bic}]
                work: {create: {collection: accounts}}
                reply: {status: 201}
              - id: noteOf
                method: POST
                path: /notes
                body: {mediaTypes: [application/json], schema: true}
                resources: [{in: body, name: /account, collection: accounts, as: account}]
                work: {action: {of: account, members: {note: set}}}
              - id: me
                method: GET
                path: /me
                resources: [{in: subject, collection: users, as: me}]
                work: {get: {}}
                reply: {body: {me: "${entry}", word: "${password}", same: "${me.password}", own: "${subject.password}"}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              amount: &no {status: 422, body: {text: "${detail}"}}
              differs: *no
              closed: *no
              bic: *no
            """;
    private static final String FIXTURE = """
            accounts: [{id: a, state: open}, {id: b, state: open}, {id: c, state: closed}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"0.01\"; 201",
                "1e1; 201",
                "1e3; 422",
                "1e499; 422",
                "-1e499; 422",
                "1e999999999; 400",
                "-1e999999999; 400",
                "null; 422"
            })
    void boundAnAmountHoweverItIsWritten(String amount, int status) {
        assertThat(bank.as("ann", "POST", "/pay").json("{\"amount\":" + amount + "}"))
                .hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1.50; \"1.5\"; 201", "\"7\"; \"007\"; 422", "null; null; 422"})
    void tellTextsAndNumbersApart(String left, String right, int status) {
        assertThat(bank.as("ann", "POST", "/same").json("{\"left\":%s,\"right\":%s}".formatted(left, right)))
                .hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[1,2]; 2.0; 201", "[\"007\"]; \"7\"; 422", "\"a\"; \"a\"; 422"})
    void lookIntoListsOnly(String list, String one, int status) {
        assertThat(bank.as("ann", "POST", "/within").json("{\"list\":%s,\"one\":%s}".formatted(list, one)))
                .hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"a\"; \"b\"; 201", "[\"a\",\"b\"]; \"a\"; 201", "\"a\"; \"c\"; 422", "\"c\"; \"a\"; 422",
                "[\"a\",\"c\"]; \"b\"; 422", "\"a\"; [\"a\",\"b\",\"c\"]; 422", "\"a\"; \"d\"; 404", "\"a\"; {}; 404",
                "\"a\"; [[\"b\"]]; 404"
            })
    void holdForEveryResourceOfTheirName(String from, String to, int status) {
        assertThat(bank.as("ann", "POST", "/move").json("{\"from\":%s,\"to\":%s}".formatted(from, to)))
                .hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"kind\":\"sepa\"}; 201",
                "{}; 201",
                "{\"kind\":\"wire\",\"bic\":\"DEUT\"}; 201",
                "{\"kind\":\"swift\",\"bic\":\"12\"}; 422",
                "{\"kind\":\"wire\"}; 422"
            })
    void holdOnlyWhereTheirConditionDoes(String content, int status) {
        assertThat(bank.as("ann", "POST", "/foreign").json(content)).hasStatus(status);
    }

    @Test
    void sayWhatWasNotThere() {
        assertThat(bank.as("ann", "POST", "/foreign").json("{\"kind\":\"wire\"}"))
                .has("/text", "body.bic is missing but must be at least A and be at most ZZ")
                .wasRefusedAt("rules", "bic");
    }

    @Test
    void areNoneForAWorkOnAResourceThatTheCallDoesNotName() {
        assertThat(bank.as("ann", "POST", "/notes").json("{}")).hasStatus(404).wasRefused("resource-unknown");
        assertThat(bank.as("ann", "POST", "/notes").json("{\"account\":\"a\"}")).hasStatus(204);
    }

    @Test
    void neverShowWhatAUserProvesHimselfWith() {
        assertThat(bank.get("ann", "/me")).hasStatus(200).hasBody("{\"me\":{\"id\":\"ann\"}}");
    }
}
