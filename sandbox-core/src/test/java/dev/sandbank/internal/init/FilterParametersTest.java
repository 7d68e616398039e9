package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterParametersTest {

    private static ArrayNode of(String parameters, List<String> taken, String entry) {
        CollectionDraft draft = new CollectionDraft("accountBalances", "accountBalances", null);
        draft.entries().add((ObjectNode) Yaml.of(entry));
        return FilterParameters.of(Yaml.of(parameters), taken, draft, Yaml.SAMPLES);
    }

    @Test
    void areCalledLikeAMember() {
        String parameters = """
                [{name: status, in: query, schema: {type: string}},
                 {name: account_type, in: query, schema: {type: array, items: {type: string}}},
                 {name: owner, in: query, schema: {type: string}},
                 {name: other, in: query, schema: {type: string}},
                 {name: limit, in: query, schema: {type: integer}},
                 {name: kind, in: query, schema: {type: string, default: all}},
                 {name: id, in: header, schema: {type: string}}]""";
        String entry = "{status: open, accountType: a, owner: {id: 1}, limit: 3, kind: x, id: '1'}";

        assertThat(of(parameters, List.of("limit"), entry))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: status, is: '${parameter.status}'}, {fact: accountType, oneOf: '${parameter.account_type}'}]"));
    }

    @Test
    void areRangesIfTheirPatternsSaySo() {
        String parameters = """
                [{name: bookedOn, in: query, schema: {type: string, pattern: '^(\\d{4}-\\d\\d-\\d\\d|[\\[(][-\\d]*,[-\\d]*[\\])])$'}},
                 {name: amount, in: query, schema: {type: string, format: amount-range}},
                 {name: code, in: query, schema: {type: string, pattern: '^.{1,40}$'}}]""";

        assertThat(of(parameters, List.of(), "{bookedOn: '2031-01-02', amount: '3.00', code: a}"))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: bookedOn, within: '${parameter.bookedOn}'}, {fact: amount, within: '${parameter.amount}'}, {fact: code, is: '${parameter.code}'}]"));
    }

    @Test
    void letAllThroughIfTheySayAll() {
        String parameters =
                "[{name: open-status, in: query, schema: {type: string, enum: [ALL, OPEN, CLOSED], default: ALL}}]";

        assertThat(of(parameters, List.of(), "{openStatus: OPEN}"))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: openStatus, oneOf: {$if: [{fact: parameter.open-status, oneOf: [ALL]}], $then: [ALL, OPEN, CLOSED], $else: ['${parameter.open-status}']}}]"));
    }

    @Test
    void areIdsOfEntries() {
        String parameters = "[{name: accounts, in: query, schema: {type: array, items: {type: string}}}]";

        assertThat(of(parameters, List.of(), "{id: a, accountId: b}"))
                .isEqualTo(Yaml.of("[{fact: accountId, oneOf: '${parameter.accounts}'}]"));
        assertThat(of(parameters, List.of(), "{id: a}"))
                .isEqualTo(Yaml.of("[{fact: id, oneOf: '${parameter.accounts}'}]"));
    }
}
