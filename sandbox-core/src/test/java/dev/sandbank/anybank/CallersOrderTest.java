package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in the order that the caller wants, in pages forwards and backwards. */
class CallersOrderTest {

    private static final String DIALECT = """
            collections: {items: {visible: owned, owner: by}}
            operations:
              - id: items
                method: GET
                path: /items
                parameters:
                  - &kind {name: kind, in: query, schema: {type: string}}
                  - &sort {name: sort, in: query, explode: false, schema: {type: array, items: {type: string}}}
                  - &order {name: order, in: query, schema: {type: string}}
                  - {name: starting_after, in: query, schema: {type: string}}
                  - {name: ending_before, in: query, schema: {type: string}}
                  - &limit {name: limit, in: query, schema: {type: integer, default: 2}}
                work:
                  list: &list
                    collection: items
                    filters: [{fact: kind, is: "${parameter.kind}"}]
                    sort: ["${parameter.sort}"]
                    sortable: [amount, id]
                    reverse: [{fact: parameter.order, is: desc}]
                    pages: {style: id, after: starting_after, before: ending_before, size: limit}
                reply: &reply {body: {all: "${items}", more: "${more}", total: "${matching}", next: "${next}", previous: "${previous}",
                  cursor: "${cursor}", back: "${previous-cursor}"}}
              - {id: inOrder, method: GET, path: /in-order, parameters: [{name: after, in: query, schema: {type: string}},
                   {name: before, in: query, schema: {type: string}}, *limit],
                 work: {list: {collection: items, pages: {style: cursor, start: after, before: before, size: limit}}},
                 reply: {body: {all: "${items}", more: "${more}", next: "${next}", previous: "${previous}"}}}
              - {id: byPage, method: GET, path: /by-page, parameters: [{name: page, in: query, schema: {type: integer, default: 1}}, *limit],
                 work: {list: {collection: items, pages: {style: page, start: page, size: limit}}}, reply: *reply}
              - {id: whole, method: GET, path: /whole, work: {list: {collection: items}}, reply: *reply}
            """;
    private static final String FIXTURE = """
            items:
              - {id: i-1, by: ann, amount: "10.00", kind: x}
              - {id: i-2, by: ann, amount: "9.00"}
              - {id: i-3, by: ann, amount: "10.00", kind: x}
              - {id: i-4, by: ann, amount: "1.00", kind: x}
              - {id: i-5, by: ann, amount: "2.00"}
              - {id: of-bob, by: bob}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource({
        "'', i-1 i-2 i-3 i-4 i-5",
        "sort=amount, i-4 i-5 i-2 i-1 i-3",
        "sort=-amount, i-1 i-3 i-2 i-5 i-4",
        "'sort=-amount,-id', i-3 i-1 i-2 i-5 i-4",
        "order=desc, i-5 i-4 i-3 i-2 i-1",
        "order=asc, i-1 i-2 i-3 i-4 i-5",
        "sort=amount&order=desc, i-3 i-1 i-2 i-5 i-4",
        "sort=amount&starting_after=i-5, i-2 i-1 i-3",
        "sort=amount&ending_before=i-1, i-4 i-5 i-2",
        "kind=x&starting_after=i-2, i-3 i-4"
    })
    void areAsTheCallerWants(String query, String ids) {
        assertThat(ids(bank.get("ann", "/items?limit=9&" + query).send())).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=secret", "sort=-secret", "sort=", "sort=amount,by", "sort=--amount"})
    void refuseAnOrderThatThereIsNot(String query) {
        assertThat(bank.get("ann", "/items?" + query)).hasStatus(400).wasRefused("input-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items?limit=2",
                "/items?limit=2&sort=-amount",
                "/items?limit=2&kind=x",
                "/in-order?limit=2",
                "/in-order?limit=1"
            })
    void areFoundWholeForwardsAndBackwards(String path) {
        List<String> there = new ArrayList<>();
        Answer page = bank.get("ann", path).send();
        there.add(ids(page));
        while (!page.at("/next").isMissingNode()) {
            assertThat(page).has("/more", true);
            page = follow(page.text("/next"));
            there.add(ids(page));
        }
        assertThat(page).has("/more", false);
        List<String> back = new ArrayList<>(List.of(ids(page)));
        while (!page.at("/previous").isMissingNode()) {
            page = follow(page.text("/previous"));
            back.add(0, ids(page));
        }

        assertThat(there).hasSizeGreaterThan(1);
        assertThat(back).isEqualTo(there);
        assertThat(page).has("/more", false);
    }

    @Test
    void tellCursorsAndHowManyThereAre() {
        assertThat(bank.get("ann", "/items?limit=2&starting_after=i-1"))
                .has("/cursor", "i-3")
                .has("/back", "i-2")
                .has("/total", 5)
                .has("/more", true);
        assertThat(bank.get("ann", "/by-page?limit=2&page=3"))
                .has("/more", false)
                .has("/total", 5);
        assertThat(bank.get("ann", "/by-page?limit=2&page=2")).has("/more", true);
        assertThat(bank.get("ann", "/whole")).has("/more", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "starting_after=nothing",
                "ending_before=nothing",
                "starting_after=of-bob",
                "ending_before=of-bob"
            })
    void refuseAnIdThatIsUnknownOrNotTheCallers(String query) {
        assertThat(bank.get("ann", "/items?" + query)).hasStatus(404).wasRefused("resource-unknown");
    }

    @Test
    void refuseBothEndsAtOnce() {
        assertThat(bank.get("ann", "/items?starting_after=i-1&ending_before=i-4"))
                .hasStatus(400)
                .wasRefused("input-invalid");
    }

    private Answer follow(String url) {
        return HttpCall.get(bank.sandbank(), url)
                .bearer(bank.sandbank().tokens().forUser("app", "ann", "read"))
                .send();
    }

    private static String ids(Answer answer) {
        return String.join(" ", answer.each("/all", "id"));
    }
}
