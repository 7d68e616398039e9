package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ListExampleTest {

    private static final JsonNode LIST = Yaml.of(
            "{pages: {style: cursor, start: /cursor, size: /limit}, filters: [{fact: day, from: '${body.query.from}'}, {fact: kind, oneOf: '${body.kinds}'}, {fact: day, to: '${parameter.until}'}]}");

    private static ListExample example() {
        CollectionDraft draft = new CollectionDraft("payments", "payments", null);
        draft.entries().add((ObjectNode) Yaml.of("{id: a, day: '2031-03-05T10:00:00Z', kind: card}"));
        draft.entries().add((ObjectNode) Yaml.of("{id: b, day: '2031-03-04T10:00:00Z', kind: wire}"));
        return new ListExample(LIST, draft, Yaml.SAMPLES);
    }

    private static JsonNode content(String content, String schema) {
        ObjectNode changed = (ObjectNode) Yaml.of(content);
        example().ofContent(changed, Yaml.of(schema));
        return changed;
    }

    @Test
    void asksForAllEntriesIfItMay() {
        assertThat(content(
                        "{cursor: x, limit: 1, kinds: [other], query: {from: '2040-01-01'}, note: n}",
                        "{type: object}"))
                .isEqualTo(Yaml.of("{note: n}"));
    }

    @Test
    void asksForOnesThatAreThereIfItMustNarrowTheList() {
        String schema = "{type: object, required: [kinds, query], properties: {kinds: {type: array},"
                + " query: {type: object, required: [from], properties: {from: {type: string, format: date}}}}}";

        assertThat(content("{kinds: [other], query: {from: '2040-01-01'}}", schema))
                .isEqualTo(Yaml.of("{kinds: [card], query: {from: '2031-03-04'}}"));
    }

    @Test
    void asksInTheQueryForOnesThatAreThere() {
        ObjectNode examples = (ObjectNode) Yaml.of("{until: '2020-01-01', other: x}");
        example().ofQuery(examples, Yaml.of("[{name: until, in: query, schema: {type: string, format: date}}]"));

        assertThat(examples).isEqualTo(Yaml.of("{until: '2031-03-05', other: x}"));
    }
}
