package dev.sandbank.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.model.operation.Facts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates are filled with facts. */
class TemplatesTest {

    private static final JsonNode FACTS = DataFile.parse("test", """
            name: Ann
            number: 5
            price: "$5"
            list: [1, 2]
            object: {a: 1}
            none: null
            """);

    private final Facts facts = name -> Facts.at(FACTS, name);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            plain                                  | "plain"
            5                                      | 5
            null                                   | null
            "${number}"                            | 5
            "${list}"                              | [1,2]
            "no. ${number} of ${name} at ${price}" | "no. 5 of Ann at $5"
            "${object.a}${number}"                 | "15"
            {a: "${name}", b: [x, "${number}"]}    | {"a":"Ann","b":["x",5]}
            {a: "${absent}", b: 1}                 | {"b":1}
            {a: "is ${absent}", b: 1}              | {"b":1}
            {a: "${null}", b: 1}                   | {"a":null,"b":1}
            ["${absent}", "${name}"]               | ["Ann"]
            "is ${null}"                           | ``
            "${absent}"                            | ``
            {$if: [{fact: number, is: 5}], $then: "${name}", $else: other}      | "Ann"
            {$if: [{fact: number, is: 6}], $then: "${name}", $else: {a: other}} | {"a":"other"}
            {a: {$if: [{fact: number, is: 6}], $then: 1}}                       | {}
            """)
    void becomeValuesWithTheirTypeOrTextAndLeaveOutWhatIsAbsent(String template, String filled) {
        assertThat(Templates.fill(node(template), facts).toString()).isEqualTo(filled);
    }

    @Test
    void haveCopiesOfTheirFacts() {
        JsonNode filled = Templates.fill(node("\"${object}\""), facts);

        assertThat(filled).isEqualTo(FACTS.get("object")).isNotSameAs(FACTS.get("object"));
    }

    @Test
    void takeListsObjectsNumbersAndTextsOfOurOwn() {
        Map<String, Object> own = Map.of("list", List.of("a"), "map", Map.of("x", true), "number", 5, "text", "t");

        assertThat(Templates.fill(node("[\"${list}\", \"${map}\", \"${number}\", \"${text}\"]"), own::get))
                .hasToString("[[\"a\"],{\"x\":true},5,\"t\"]");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            plain              | plain
            id=${number}; a    | id=5; a
            ${price}           | $5
            ${absent else '-'} | -
            a ${absent}        |
            a ${null}          |
            """)
    void areHeadersOnlyIfEachFactIsThere(String template, @Nullable String filled) {
        assertThat(Templates.fill(template, facts).orElse(null)).isEqualTo(filled);
    }

    @Test
    void areNoHeadersWithFactsThatAreNull() {
        assertThat(Templates.fill("a ${x}", name -> NullNode.getInstance())).isEmpty();
    }

    @Test
    void nameTheFactsInAllTheirPlaces() {
        assertThat(Templates.names(node("{a: \"${x + y} ${z}\", b: [\"${u else v}\", plain, 5], c: {d: \"${w}\"}}")))
                .containsExactly("x", "y", "z", "u", "v", "w");
    }

    private static JsonNode node(String yaml) {
        ObjectNode parsed = DataFile.parse("test", "value: " + yaml);
        return parsed.get("value");
    }
}
