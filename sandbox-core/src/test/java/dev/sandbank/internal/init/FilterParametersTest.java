package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterParametersTest {

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

        assertThat(FilterParameters.of(Yaml.of(parameters), List.of("limit"), Yaml.of(entry), Yaml.SAMPLES))
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

        assertThat(FilterParameters.of(
                        Yaml.of(parameters),
                        List.of(),
                        Yaml.of("{bookedOn: '2031-01-02', amount: '3.00', code: a}"),
                        Yaml.SAMPLES))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: bookedOn, within: '${parameter.bookedOn}'}, {fact: amount, within: '${parameter.amount}'}, {fact: code, is: '${parameter.code}'}]"));
    }

    @Test
    void letAllThroughIfTheySayAll() {
        String parameters =
                "[{name: open-status, in: query, schema: {type: string, enum: [ALL, OPEN, CLOSED], default: ALL}}]";

        assertThat(FilterParameters.of(Yaml.of(parameters), List.of(), Yaml.of("{openStatus: OPEN}"), Yaml.SAMPLES))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: openStatus, oneOf: {$if: [{fact: parameter.open-status, oneOf: [ALL]}], $then: [OPEN, CLOSED], $else: ['${parameter.open-status}']}}]"));
    }
}
