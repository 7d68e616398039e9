package dev.sandbank.internal.init.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.model.operation.Components;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    private static final Components SHARED = new Components(
            Map.of(
                    "Tree",
                    yaml(
                            "{type: object, required: [label], properties: {label: {type: string}, parent: {$ref: '#/components/schemas/Tree'}}}"),
                    "Return",
                    yaml(
                            "{type: object, required: [current], properties: {current: {anyOf: [{type: 'null'}, {$ref: '#/components/schemas/Return'}]}}}"),
                    "Money",
                    yaml(
                            "{type: object, required: [amount], properties: {amount: {type: string, pattern: '^[0-9]+\\.[0-9]{2}$'}}}")));

    private final Samples samples = new Samples(SHARED);

    private static JsonNode yaml(String text) {
        return DataFile.parse("test", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: object, minProperties: 2, additionalProperties: {type: integer}}",
                "{type: object, required: [a], oneOf: [{required: [b]}, {required: [c]}], properties: {a: {type: string}, b: {type: string}, c: {type: string}}}",
                "{allOf: [{$ref: '#/components/schemas/Money'}, {type: object, required: [currency], properties: {currency: {enum: [EUR]}}}]}",
                "{$ref: '#/components/schemas/Tree'}",
                "{$ref: '#/components/schemas/Return'}",
                "{type: object, minProperties: 2, additionalProperties: false, properties: {a: {type: string}, b: {type: integer}}}",
                "{type: array, minItems: 2, items: {type: number, exclusiveMinimum: 0, multipleOf: 5}}",
                "{type: [string, 'null'], format: email}",
                "{type: string, minLength: 20, maxLength: 22}",
                "{anyOf: [{type: 'null'}, {type: integer, minimum: 7, maximum: 9}]}",
                "{type: object, properties: {a: {type: string, examples: [3]}}}"
            })
    void areValid(String schema) {
        assertThat(samples.of(yaml(schema)))
                .hasValueSatisfying(
                        value -> assertThat(samples.wrong(yaml(schema), value)).isEmpty());
    }

    @Test
    void areTheFirstExampleThatIsValid() {
        JsonNode schema = yaml("{type: object, required: [at], properties: {at: {type: string, format: date}}}");

        assertThat(samples.of(schema, List.of(yaml("{at: yesterday}"), yaml("{at: '2031-01-02', more: 1}"))))
                .hasValue(yaml("{at: '2031-01-02', more: 1}"));
    }

    @Test
    void mendAnExampleWhereItIsWrong() {
        JsonNode schema = yaml(
                "{type: object, required: [at], properties: {at: {type: string, format: date}, n: {type: integer}, s: {type: string}}}");

        assertThat(samples.of(schema, List.of(yaml("{at: yesterday, n: one, s: kept}"))))
                .hasValue(yaml("{at: '2031-01-15', s: kept}"));
    }

    @Test
    void giveListsAnElementEvenIfNotAllOfItsMembersCanBeMade() {
        String schema =
                "{type: object, properties: {items: {type: array, items: {type: object, required: [id], properties:"
                        + " {id: {type: string}, odd: {type: string, pattern: '^a$', minLength: 9}}}}}, required: [items]}";

        assertThat(samples.of(yaml(schema))).hasValue(yaml("{items: [{id: example}]}"));
    }
}
