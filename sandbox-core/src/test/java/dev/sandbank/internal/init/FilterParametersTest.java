package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.operation.Components;
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

        assertThat(FilterParameters.of(Yaml.of(parameters), List.of("limit"), Yaml.of(entry), Components.NONE))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: status, is: '${parameter.status}'}, {fact: accountType, oneOf: '${parameter.account_type}'}]"));
    }
}
