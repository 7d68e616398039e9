package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on each element of a list, and strict bounds. */
class ListConditionsTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all}
            operations:
              - id: batch
                method: POST
                path: /batches
                body:
                  mediaTypes: [application/json]
                  schema: true
                  example: {items: [{amount: 5, lines: [{tax: 1}]}, {amount: 6}], tags: [b, a], codes: [x]}
                rules:
                  - {must: {fact: body.items, every: [{fact: each.amount, moreThan: 0}, {fact: each.amount, lessThan: 100}]}, refuse: amount}
                  - {must: {fact: body.tags, some: [{fact: each, is: "${body.tag else 'a'}"}]}, refuse: tag}
                  - {must: {fact: body.codes, none: [{fact: each, is: bad}]}, refuse: code}
                  - {must: {fact: body.items, some: [{fact: each.lines, every: [{fact: each.tax, lessThan: 10}]}]}, refuse: tax}
                work: {create: {collection: accounts}}
                reply: {status: 201}
              - id: costly
                method: POST
                path: /costly
                body: {mediaTypes: [application/json], schema: true}
                rules: [{must: {fact: body.list, none: [{fact: each, oneOf: "${body.list}"}]}, refuse: code}]
                work: {create: {collection: accounts}}
              - id: listAccounts
                method: GET
                path: /accounts
                work: {list: {collection: accounts, only: [{fact: owners, some: [{fact: each.id, is: "${subject}"}]}]}}
              - id: findAccounts
                method: GET
                path: /found
                parameters: [{name: owner, in: query, schema: {type: string}}]
                work:
                  list:
                    collection: accounts
                    filters: [{fact: owners, some: [{fact: each.id, is: "${parameter.owner}"}, {fact: each, present: true}]}]
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              amount: &no {status: 422, body: {text: "${detail}"}}
              tag: *no
              code: *no
              tax: *no
            """;
    private static final String FIXTURE = """
            accounts: [{id: a, owners: [{id: bob}, {id: ann}]}, {id: b, owners: [{id: bob}]}, {id: c, owners: ann}, {id: d, owners: []}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[{'amount': 0.01, 'lines': []}] | ['a']      | []      | ",
                "[{'amount': 99, 'lines': [{'tax': 9}]}, {'amount': 1}] | ['b', 'a'] | ['x'] | ",
                "[{'amount': 0}]            | ['a']      | []      | amount",
                "[{'amount': '0.00'}]       | ['a']      | []      | amount",
                "[{'amount': 100}]          | ['a']      | []      | amount",
                "[{'amount': 5}, {'amount': 100}] | ['a'] | []     | amount",
                "[{'amount': 5}, {}]        | ['a']      | []      | amount",
                "[{'amount': 5}, 7]         | ['a']      | []      | amount",
                "{'amount': 5}              | ['a']      | []      | amount",
                "[{'amount': 5, 'lines': []}] | ['b']    | []      | tag",
                "[{'amount': 5, 'lines': []}] | []       | []      | tag",
                "[{'amount': 5, 'lines': []}] | 'a'      | []      | tag",
                "[{'amount': 5, 'lines': []}] | ['a']    | ['bad'] | code",
                "[{'amount': 5, 'lines': []}] | ['a']    | 'good'  | code",
                "[{'amount': 5, 'lines': [{'tax': 1}, {'tax': 10}]}] | ['a'] | [] | tax",
                "[]                         | ['a']      | []      | tax"
            })
    void askEachElement(String items, String tags, String codes, String refusal) {
        Answer answer = bank.as("ann", "POST", "/batches")
                .json("{'items': %s, 'tags': %s, 'codes': %s}"
                        .formatted(items, tags, codes)
                        .replace('\'', '"'))
                .send();

        if (refusal == null) {
            assertThat(answer).hasStatus(201);
        } else {
            assertThat(answer).wasRefusedAt("rules", refusal);
        }
    }

    @Test
    void chooseTheEntriesOfAList() {
        assertThat(bank.get("ann", "/accounts").send())
                .hasBody("[{'id': 'a', 'owners': [{'id': 'bob'}, {'id': 'ann'}]}]".replace('\'', '"'));
    }

    @Test
    void filterByWhatTheCallAsksFor() {
        assertThat(bank.get("ann", "/found").query("owner", "ann").send())
                .has("/0/id", "a")
                .lacks("/1");
        assertThat(bank.get("ann", "/found").send()).has("/3/id", "d");
    }

    @Test
    void areNoYesWhereTheyWouldCompareTooMuch() {
        String list = "0,".repeat(1_500) + "0";

        assertThat(bank.as("ann", "POST", "/costly")
                        .json("{\"list\": [" + list + "]}")
                        .send())
                .wasRefusedAt("rules", "code");
        String distinct = IntStream.range(0, 1_500).mapToObj(i -> "[" + i + "]").collect(Collectors.joining(","));
        assertThat(bank.as("ann", "POST", "/costly")
                        .json("{\"list\": [" + distinct + "]}")
                        .send())
                .hasStatus(500)
                .wasRefused("internal-error");
    }

    @Test
    void areBrokenOnPurposeByTheCatalogue() {
        assertThat(bank.sandbank().denials("batch").stream()
                        .filter(denial -> denial.gate().equals("rules"))
                        .map(denial -> denial.name()))
                .containsExactlyInAnyOrder(
                        "rules: items: not every element",
                        "rules: tags: no element",
                        "rules: codes: some element",
                        "rules: items: no element");
    }
}
