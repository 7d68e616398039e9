package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that compare with a member of a parameter, or with a parameter whose name has brackets. */
class NestedParametersTest {

    private static final String DIALECT = """
            collections: {items: {visible: all}}
            operations:
              - id: list
                method: GET
                path: /items
                parameters:
                  - {name: rank, in: query, style: deepObject, schema: {type: object, properties: {gte: {type: integer}}}}
                  - {name: "filter[kind]", in: query, schema: {type: string}}
                work:
                  list:
                    collection: items
                    filters: [{fact: rank, from: "${parameter.rank.gte}"}, {fact: kind, is: "${parameter.filter[kind]}"}]
                reply: {body: {all: "${items}"}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(
            DIALECT, "items: [{id: a, rank: 1, kind: x}, {id: b, rank: 2, kind: x}, {id: c, rank: 3, kind: y}]\n");

    @ParameterizedTest
    @CsvSource({"'', a b c", "?rank[gte]=2, b c", "?filter[kind]=x, a b", "?rank[gte]=2&filter[kind]=x, b"})
    void narrowAListIfACallHasThem(String query, String ids) {
        assertThat(bank.get("ann", "/items" + query.replace("[", "%5B").replace("]", "%5D"))
                        .send()
                        .each("/all", "id"))
                .containsExactly(ids.split(" ", -1));
    }
}
