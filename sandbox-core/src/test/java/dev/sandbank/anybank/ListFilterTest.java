package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries a list has, and in which order. */
class ListFilterTest {

    private static final String DIALECT = """
            collections:
              items: {visible: all, defaults: {kind: plain}}
              boxes: {visible: owned, owner: by}
              lids: {visible: owned, owner: by}
              parts: {visible: through, through: {member: box, collection: boxes}}
              secrets: {visible: owned, owner: by, through: {member: box, collection: boxes}}
            views:
              part: {id: "${id}", mine: "${owner}", no: "${parameter.kind}"}
            operations:
              - id: items
                method: GET
                path: /items
                parameters:
                  - {name: kind, in: query, schema: {type: string}}
                  - {name: kinds, in: query, explode: false, schema: {type: array, items: {type: string}}}
                  - {name: day, in: query, schema: {type: string}}
                  - {name: since, in: query, schema: {type: string}}
                  - {name: until, in: query, schema: {type: string}}
                  - {name: count, in: query, schema: {type: integer}}
                  - {name: counts, in: query, style: pipeDelimited, schema: {type: array, items: {type: integer}}}
                  - {name: min, in: query, schema: {type: string}}
                  - {name: max, in: query, schema: {type: string}}
                  - {name: nested, in: query, schema: {type: boolean}}
                  - {name: code, in: query, schema: {type: string}}
                work:
                  list:
                    collection: items
                    filters:
                      - {fact: kind, oneOf: "${parameter.kind}"}
                      - {fact: kind, oneOf: "${parameter.kinds}"}
                      - {fact: day, oneOf: "${parameter.day}"}
                      - {fact: day, from: "${parameter.since}"}
                      - {fact: day, to: "${parameter.until}"}
                      - {fact: count, oneOf: "${parameter.count}"}
                      - {fact: count, oneOf: "${parameter.counts}"}
                      - {fact: amount, from: "${parameter.min}"}
                      - {fact: amount, to: "${parameter.max}"}
                      - {fact: deep.flag, oneOf: "${parameter.nested}"}
                      - {fact: code, oneOf: "${parameter.code}"}
                reply: {body: {all: "${items}", matching: "${matching}", visible: "${visible}"}}
              - {id: up, method: GET, path: /up, work: {list: {collection: items, sort: [amount, id]}}, reply: {body: {all: "${items}"}}}
              - {id: down, method: GET, path: /down, work: {list: {collection: items, sort: [-amount, -id]}}, reply: {body: {all: "${items}"}}}
              - {id: only, method: GET, path: /only,
                 work: {list: {collection: items, only: [{fact: kind, oneOf: [plain, red]}, {fact: amount, from: "1", to: "9.5"}]}},
                 reply: {body: {all: "${items}"}}}
              - {id: chosen, method: POST, path: /chosen, body: {mediaTypes: [application/json], schema: true},
                 work: {list: {collection: items, only: [{fact: code, oneOf: "${body.codes}"}]}}, reply: {body: {all: "${items}"}}}
              - {id: parts, method: GET, path: "/boxes/{box}/parts", parameters: [&box {name: box, in: path, schema: {type: string}}],
                 resources: [&boxOfPath {in: path, name: box, collection: boxes, as: box}],
                 work: {list: {collection: parts, below: box}}, reply: {view: part, body: {all: "${items}"}}}
              - {id: secrets, method: GET, path: "/boxes/{box}/secrets", parameters: [*box], resources: [*boxOfPath],
                 work: {list: {collection: secrets, below: box}}, reply: {body: {all: "${items}"}}}
              - {id: allParts, method: GET, path: /parts, work: {list: {collection: parts}}, reply: {body: {all: "${items}"}}}
            """;
    private static final String FIXTURE = """
            items:
              - {id: a, day: "2031-01-01", amount: "9.50", count: 1, code: "007", deep: {flag: true}}
              - {id: b, day: "2031-02-01", amount: "10.00", count: 2, code: "7", kind: red}
              - {id: c, day: "2031-03-01", amount: "-3", count: 3, code: "7.0", kind: blue, deep: {flag: false}}
              - {id: d, kind: red, code: [7]}
            boxes: [{id: of-ann, by: ann}, {id: of-bob, by: bob}]
            parts: [{id: p-1, box: of-ann}, {id: p-2, box: of-bob}, {id: p-3, box: of-ann}]
            secrets: [{id: s-1, box: of-ann, by: bob}, {id: s-2, box: of-ann, by: ann}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource({
        "'', a b c d",
        "kind=red, b d",
        "kind=plain, a",
        "kind=, ''",
        "'kinds=red,plain', a b d",
        "'kinds=red', b d",
        "kinds=, ''",
        "day=2031-02-01, b",
        "since=2031-02-01, b c",
        "until=2031-02-01, a b",
        "since=2031-01-02&until=2031-02-28, b",
        "count=2, b",
        "counts=1%7C3, a c",
        "min=9.50, a b",
        "min=9.6, b",
        "max=10.00, a b c",
        "max=9.5, a c",
        "min=-3&max=9, c",
        "min=abc, ''",
        "max=abc, ''",
        "max=, ''",
        "nested=true, a",
        "nested=false, c",
        "code=7, b",
        "code=007, a",
        "code=, ''"
    })
    void keepsWhatTheCallAsksFor(String query, String ids) {
        assertThat(idsAt("/items?" + query)).isEqualTo(ids);
    }

    @Test
    void tellsHowManyThereAre() {
        assertThat(bank.get("ann", "/items?kind=red")).has("/matching", 2).has("/visible", 4);
    }

    @Test
    void sortsAmountsBySizeUpAndDown() {
        assertThat(idsAt("/up")).isEqualTo("d c a b");
        assertThat(idsAt("/down")).isEqualTo("b a c d");
    }

    @Test
    void keepsOnlyWhatTheDialectSays() {
        assertThat(idsAt("/only")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"codes\":[\"7\"]}; b",
                "{\"codes\":[\"007\",\"nothing\"]}; a",
                "{\"codes\":\"7\"}; b",
                "{\"codes\":[]}; ''",
                "{\"codes\":[[]]}; ''",
                "{\"codes\":{\"7\":1}}; ''",
                "{\"codes\":null}; ''",
                "{}; ''"
            })
    void keepsOnlyWhatTheCallNames(String content, String ids) {
        assertThat(String.join(
                        " ",
                        bank.as("ann", "POST", "/chosen").json(content).send().each("/all", "id")))
                .isEqualTo(ids);
    }

    @Test
    void hasOnlyWhatBelongsToTheEntryAboveIt() {
        assertThat(idsAt("/boxes/of-ann/parts")).isEqualTo("p-1 p-3");
        assertThat(bank.get("ann", "/boxes/of-bob/parts")).hasStatus(404);
        assertThat(idsAt("/parts")).isEqualTo("p-1 p-3");
    }

    @Test
    void hasNothingOfSomebodyElseThoughItBelongsToAnEntryOfTheCaller() {
        assertThat(idsAt("/boxes/of-ann/secrets")).isEqualTo("s-2");
        assertThat(String.join(
                        " ",
                        bank.asClient("GET", "/boxes/of-ann/secrets").send().each("/all", "id")))
                .isEqualTo("s-1 s-2");
    }

    private String idsAt(String path) {
        return String.join(" ", bank.get("ann", path).send().each("/all", "id"));
    }
}
