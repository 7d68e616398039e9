package dev.sandbank.internal.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Components;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Schemas that refer to shared ones. */
class SharedSchemasTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Checker checker = new Checker(new Components(Map.of(
            "Money", json("{'type': 'object', 'required': ['value'], 'properties': {'value': {'type': 'integer'}}}"),
            "Tree",
                    json("{'properties': {'below': {'items': {'$ref': '#/components/schemas/Tree'}},"
                            + " 'money': {'$ref': '#/components/schemas/Money'}}}"))));

    @Test
    void findTheSameWrongWhicheverOfThemAsks() {
        JsonNode one = json("{'properties': {'price': {'$ref': '#/components/schemas/Money'}}}");
        JsonNode other = json("{'properties': {'fee': {'$ref': '#/components/schemas/Money'}}}");

        assertThat(wrong(one, "{'price': {'value': 'x'}}")).containsExactly("/price/value type");
        assertThat(wrong(other, "{'fee': {}}")).containsExactly("/fee/value required");
        assertThat(wrong(one, "{'fee': {}}")).isEmpty();
    }

    @Test
    void mayReferToThemselves() {
        JsonNode schema = json("{'$ref': '#/components/schemas/Tree'}");

        assertThat(wrong(schema, "{'below': [{'below': [{'money': {}}]}]}"))
                .containsExactly("/below/0/below/0/money/value required");
    }

    @Test
    void mayHavePartsOfTheirOwnThatTheyReferTo() {
        JsonNode schema = json("{'$defs': {'name': {'type': 'string'}}, 'properties': {"
                + "'name': {'$ref': '#/$defs/name'}, 'price': {'$ref': '#/components/schemas/Money'}}}");

        assertThat(wrong(schema, "{'name': 1, 'price': {}}"))
                .containsExactlyInAnyOrder("/name type", "/price/value required");
    }

    @Test
    void mayReferToTheWholeOfThemselves() {
        JsonNode schema = json("{'type': 'object', 'properties': {'next': {'$ref': '#'}}}");

        assertThat(wrong(schema, "{'next': {'next': 1}}")).containsExactly("/next/next type");
    }

    @Test
    void meanTheWholeThatAsksIfASharedOneSaysSo() {
        Checker odd = new Checker(new Components(Map.of("Next", json("{'$ref': '#'}"))));
        JsonNode schema = json("{'type': 'object', 'properties': {'next': {'$ref': '#/components/schemas/Next'}}}");

        assertThat(told(odd.check(schema, json("{'next': 1}"), "", "operation")))
                .containsExactly("/next type");
    }

    private List<String> wrong(JsonNode schema, String value) {
        return told(checker.check(schema, json(value), "", "operation"));
    }

    private static List<String> told(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + " " + violation.rule())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(bad);
        }
    }
}
