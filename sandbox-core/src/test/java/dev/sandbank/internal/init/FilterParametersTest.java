package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterParametersTest {

    private static ArrayNode of(String parameters, List<String> taken, String entry) {
        CollectionDraft draft = new CollectionDraft("accountBalances", "accountBalances", null);
        draft.entries().add((ObjectNode) Yaml.of(entry));
        return FilterParameters.of(Said.inQuery(Yaml.of(parameters), taken, Yaml.SAMPLES), draft, Yaml.SAMPLES);
    }

    @Test
    void areCalledLikeAMember() {
        String parameters = """
                [{name: status, in: query, schema: {type: string}},
                 {name: account_type, in: query, schema: {type: array, items: {type: string}}},
                 {name: place, in: query, schema: {oneOf: [{type: string}, {type: array, items: {type: string}}]}},
                 {name: owner, in: query, schema: {type: string}},
                 {name: other, in: query, schema: {type: string}},
                 {name: limit, in: query, schema: {type: integer}},
                 {name: kind, in: query, schema: {type: string, default: all}},
                 {name: id, in: header, schema: {type: string}}]""";
        String entry = "{status: open, accountType: a, owner: {id: 1}, limit: 3, kind: x, id: '1', place: here}";

        assertThat(of(parameters, List.of("limit"), entry))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: status, is: '${parameter.status}'}, {fact: accountType, oneOf: '${parameter.account_type}'}, {fact: place, oneOf: '${parameter.place}'}]"));
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
    void areOfTheIdByItsNameInReplies() {
        String parameters = "[{name: accountBalanceId, in: query, schema: {type: string}}]";

        assertThat(of(parameters, List.of(), "{id: a}"))
                .isEqualTo(Yaml.of("[{fact: id, is: '${parameter.accountBalanceId}'}]"));
    }

    @Test
    void takeAllForACurrencyAmongOthers() {
        String parameters = "[{name: currency, in: query, schema: {type: string, enum: [ALL, EUR, USD]}}]";

        assertThat(of(parameters, List.of(), "{currency: EUR}"))
                .isEqualTo(Yaml.of("[{fact: currency, is: '${parameter.currency}'}]"));
    }

    @Test
    void areFoundInBracketsAndInMembersOfAParameter() {
        String parameters = """
                [{name: 'filter[status]', in: query, schema: {type: string}},
                 {name: 'created[gte]', in: query, schema: {type: integer}},
                 {name: day, in: query, schema: {type: object, additionalProperties: {type: string, format: date}}},
                 {name: booked, in: query, schema: {type: object, properties: {lt: {type: string}}}}]""";

        assertThat(of(
                        parameters,
                        List.of(),
                        "{status: open, created: 1700000000, booked: '2031-01-02', day: '2031-01-02'}"))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: status, is: '${parameter.filter[status]}'}, {fact: created, from: '${parameter.created[gte]}'}, {fact: day, moreThan: '${parameter.day.gt}'}, {fact: day, from: '${parameter.day.gte}'}, {fact: day, lessThan: '${parameter.day.lt}'}, {fact: day, to: '${parameter.day.lte}'}, {fact: day, is: '${parameter.day.eq}'}, {fact: booked, lessThan: '${parameter.booked.lt}'}]"));
    }

    @Test
    void areFoundWithinContent() {
        CollectionDraft draft = new CollectionDraft("orders", "orders", null);
        draft.entries().add((ObjectNode) Yaml.of("{state: OPEN, customer_id: c, created_at: '2031-01-02', email: e}"));
        Shape content = Yaml.SAMPLES.shape(Yaml.of("{type: object, properties: {query: {type: object, properties: {"
                + "state_filter: {type: object, properties: {states: {type: array, items: {type: string}}}},"
                + "customer_ids: {type: array, items: {type: string}},"
                + "email: {type: object, properties: {exact: {type: string}}},"
                + "created_at: {type: object, properties: {start_at: {type: string}}},"
                + "closed_at: {type: object, properties: {start_at: {type: string}}},"
                + "sort: {type: object, properties: {state: {type: string}}}}},"
                + "limit: {type: integer}}}"));

        assertThat(FilterParameters.of(Said.inContent(content, List.of("/limit"), Yaml.SAMPLES), draft, Yaml.SAMPLES))
                .isEqualTo(
                        Yaml.of(
                                "[{fact: state, oneOf: '${body.query.state_filter.states}'}, {fact: customer_id, oneOf: '${body.query.customer_ids}'}, {fact: email, is: '${body.query.email.exact}'}, {fact: created_at, from: '${body.query.created_at.start_at}'}]"));
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
