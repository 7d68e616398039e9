package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters are read in the styles of OpenAPI. */
class ParameterStylesTest {

    private static TinyBank bank(String path, String parameter) {
        return TinyBank.start("""
                collections: {notes: {visible: all}}
                operations:
                  - id: it
                    method: GET
                    path: %s
                    scopes: [read]
                    parameters: [%s]
                    work: {list: {collection: notes}}
                    reply: {body: {p: "${parameter.p}"}}
                """.formatted(path, parameter), "notes: []\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            in: query, schema: {type: array, items: {type: integer}}                          | p=1&p=2         | [1,2]
            in: query, schema: {type: array, items: {type: integer}}                          | p=1             | [1]
            in: query, explode: false, schema: {type: array, items: {type: integer}}          | p=1,2           | [1,2]
            in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}     | p=a%7Cb         | ["a","b"]
            in: query, style: spaceDelimited, schema: {type: array, items: {type: string}}    | p=a%20b         | ["a","b"]
            in: query, style: deepObject, schema: {type: object, properties: {n: {type: integer}}} | p[n]=1&p[m]=x | {"n":1,"m":"x"}
            in: query, style: deepObject, schema: {type: object, properties: {n: {type: array, items: {type: integer}}}} | p[n]=1&p[n]=2 | {"n":[1,2]}
            in: query, explode: false, schema: {type: object, properties: {n: {type: integer}}} | p=n,1,m,x     | {"n":1,"m":"x"}
            in: query, style: json, schema: {type: object}                                    | p=%7B%22a%22:1%7D | {"a":1}
            in: query, schema: {type: [integer, "null"]}                                      | p=7             | 7
            in: query, schema: {$ref: "#/components/schemas/Count"}                           | p=7             | 7
            """)
    void inTheQuery(String parameter, String query, String value) {
        String dialect = "name: p, " + parameter;
        try (TinyBank bank = TinyBank.start("""
                collections: {notes: {visible: all}}
                components: {schemas: {Count: {type: integer}}}
                operations:
                  - id: it
                    method: GET
                    path: /it
                    scopes: [read]
                    parameters: [{%s}]
                    work: {list: {collection: notes}}
                    reply: {body: {p: "${parameter.p}"}}
                """.formatted(dialect), "notes: []\n")) {
            assertThat(bank.get("ann", "/it?" + query).send().at("/p")).hasToString(value);
            assertThat(bank.get("ann", "/it?" + query).send().decision().explain())
                    .doesNotContain("ignores");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            schema: {type: array, items: {type: integer}}                            | /1,2       | [1,2]
            style: label, explode: true, schema: {type: array, items: {type: string}}  | /.a.b    | ["a","b"]
            style: matrix, schema: {type: array, items: {type: string}}              | /;p=a,b    | ["a","b"]
            style: matrix, explode: true, schema: {type: array, items: {type: string}} | /;p=a;p=b | ["a","b"]
            """)
    void inThePath(String parameter, String path, String value) {
        try (TinyBank bank = bank("/{p}", "{name: p, in: path, " + parameter + "}")) {
            assertThat(bank.get("ann", path).send().at("/p")).hasToString(value);
        }
    }

    @Test
    void inAHeader() {
        try (TinyBank bank = bank("/it", "{name: p, in: header, schema: {type: array, items: {type: string}}}")) {
            assertThat(bank.get("ann", "/it").header("p", "a, b").send().at("/p"))
                    .hasToString("[\"a\",\"b\"]");
        }
    }

    @Test
    void inACookie() {
        try (TinyBank bank = bank("/it", "{name: p, in: cookie, required: true, schema: {type: integer}}")) {
            assertThat(bank.get("ann", "/it")
                            .header("Cookie", "q=1; p=7")
                            .send()
                            .at("/p"))
                    .hasToString("7");
            assertThat(bank.get("ann", "/it")).hasStatus(400).wasRefused("input-invalid");
        }
    }

    @Test
    void areRefusedTwiceWhereOneValueIsWanted() {
        try (TinyBank bank = bank("/it", "{name: p, in: query, schema: {type: string}}")) {
            assertThat(bank.get("ann", "/it?p=a&p=b")).hasStatus(400).wasRefused("input-invalid");
        }
    }
}
