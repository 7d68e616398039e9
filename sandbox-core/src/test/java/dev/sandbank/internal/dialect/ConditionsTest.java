package dev.sandbank.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Facts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When conditions on facts hold. */
class ConditionsTest {

    private static final JsonNode FACTS = DataFile.parse("test", """
            amount: 5
            text: open
            empty: ""
            none: null
            flag: true
            object: {a: open}
            tags: [a, "007", 2]
            items: [{size: 1, kind: x}, {size: 9, kind: x}]
            nothing: []
            odd: [[], {a: open}, null, ""]
            """);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {fact: text, is: open}                           | true
            {fact: text, is: Open}                           | false
            {fact: text, is: `${object.a}`}                  | true
            {fact: text, is: `${absent}`}                    | false
            {fact: absent, is: `${absent}`}                  | false
            {fact: absent, is: open}                         | false
            {fact: object, is: `${object}`}                  | false
            {fact: tags, is: `${tags}`}                      | false
            {fact: empty, is: `${nothing}`}                  | false
            {fact: text, isNot: open}                        | false
            {fact: text, isNot: shut}                        | true
            {fact: absent, isNot: shut}                      | false
            {fact: none, isNot: shut}                        | false
            {fact: text, isNot: `${absent}`}                 | false
            {fact: text, oneOf: [shut, open]}                | true
            {fact: text, oneOf: [shut]}                      | false
            {fact: text, oneOf: open}                        | true
            {fact: text, oneOf: shut}                        | false
            {fact: amount, from: 5, to: 5}                   | true
            {fact: amount, from: 6}                          | false
            {fact: amount, from: open}                       | false
            {fact: object, from: 1}                          | false
            {fact: amount, from: []}                         | false
            {fact: amount, to: 4.99}                         | false
            {fact: amount, from: 1, to: 4}                   | false
            {fact: amount, moreThan: 4, lessThan: 6}         | true
            {fact: amount, moreThan: 5}                      | false
            {fact: amount, moreThan: 6}                      | false
            {fact: amount, lessThan: 5}                      | false
            {fact: amount, lessThan: 4}                      | false
            {fact: tags, contains: a}                        | true
            {fact: tags, contains: "2"}                      | true
            {fact: tags, contains: "7"}                      | false
            {fact: tags, contains: [a]}                      | false
            {fact: nothing, contains: a}                     | false
            {fact: odd, contains: `${nothing}`}              | false
            {fact: odd, contains: `${object}`}               | false
            {fact: odd, contains: `${null}`}                 | false
            {fact: text, contains: open}                     | false
            {fact: object, contains: open}                   | false
            {fact: amount, within: "[5,6)"}                  | true
            {fact: amount, within: "(5,6)"}                  | false
            {fact: absent, within: "[5,6)"}                  | false
            {fact: text, present: true}                      | true
            {fact: text, present: false}                     | false
            {fact: none, present: true}                      | false
            {fact: absent, present: false}                   | true
            {fact: items, every: [{fact: each.size, to: 9}]} | true
            {fact: items, every: [{fact: each.size, to: 8}]} | false
            {fact: nothing, every: [{fact: each, is: a}]}    | true
            {fact: items, some: [{fact: each.size, from: 9}, {fact: each.kind, is: x}]}  | true
            {fact: items, some: [{fact: each.size, from: 9}, {fact: each.kind, is: y}]}  | false
            {fact: nothing, some: [{fact: each, is: a}]}     | false
            {fact: tags, none: [{fact: each, is: b}]}        | true
            {fact: tags, none: [{fact: each, is: a}]}        | false
            {fact: nothing, none: [{fact: each, is: a}]}     | true
            {fact: tags, some: [{fact: text, is: open}]}     | true
            {fact: text, every: [{fact: each, is: open}]}    | false
            {fact: object, every: [{fact: each, is: open}]}  | false
            {fact: absent, none: [{fact: each, is: open}]}   | false
            {fact: items, some: [{fact: each.size, is: `${each.size}`}]}                 | true
            {fact: items, contains: a, some: [{fact: each.size, from: 9}]}               | false
            {fact: items, every: [{fact: each.size, to: 9}], none: [{fact: each.kind, is: x}]} | false
            """)
    void holdIfTheFactFitsAllThatTheySay(String condition, boolean holds) {
        Facts facts = name -> Facts.at(FACTS, name);

        assertThat(new Conditions(facts, facts).holds(condition(condition.replace('`', '"'))))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {fact: list, contains: b}        | true
            {fact: list, contains: c}        | false
            {fact: text, within: "[1,9]"}    | true
            {fact: text, is: 5}              | true
            {fact: flag, is: true}           | true
            {fact: list, is: `${list}`}      | false
            """)
    void readFactsOfOurOwnAsWell(String condition, boolean holds) {
        Facts facts = Map.<String, Object>of("list", Set.of("a", "b"), "text", "5", "flag", true)::get;

        assertThat(new Conditions(facts, facts).holds(condition(condition.replace('`', '"'))))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "0.01"    | true
            "100.00"  | true
            100       | true
            1.0e1     | true
            "9"       | true
            99.9999   | true
            "100.01"  | false
            "0.00"    | false
            0         | false
            -5        | false
            "-5"      | false
            1000      | false
            1.0e-9    | false
            "NaN"     | false
            "abc"     | false
            ""        | false
            true      | false
            ["5"]     | false
            {a: 5}    | false
            """)
    void boundAnAmountHoweverItIsWritten(String amount, boolean holds) {
        JsonNode value = DataFile.parse("test", "value: " + amount).get("value");

        assertThat(new Conditions(name -> value, name -> value)
                        .holds(condition("{fact: x, from: \"0.01\", to: \"100.00\"}")))
                .isEqualTo(holds);
    }

    @Test
    void holdTogetherIfEachDoes() {
        Facts facts = name -> Facts.at(FACTS, name);
        Condition open = condition("{fact: text, is: open}");
        Condition shut = condition("{fact: text, is: shut}");

        assertThat(new Conditions(facts, facts).hold(List.of(open, open))).isTrue();
        assertThat(new Conditions(facts, facts).hold(List.of(open, shut))).isFalse();
        assertThat(new Conditions(facts, facts).hold(List.of())).isTrue();
    }

    @Test
    void takeTheirValuesFromWhatIsGivenAndNotFromWhatIsLookedAt() {
        Facts looked = name -> name.equals("owner") ? "ann" : null;
        Facts given = name -> name.equals("subject") ? "ann" : null;

        assertThat(new Conditions(looked, given).holds(condition("{fact: owner, is: \"${subject}\"}")))
                .isTrue();
        assertThat(new Conditions(looked, given).holds(condition("{fact: owner, is: \"${owner}\"}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {fact: one, oneOf: "${list}"}                          | 999999  | true
            {fact: list, contains: 0}                              | 999999  | true
            {fact: list, none: []}                                 | 1000000 | false
            {fact: list, every: [{fact: each, oneOf: "${list}"}]}  | 998     | true
            """)
    void giveNoResultIfTheyCompareMoreThanAMillionElements(String condition, int most, boolean holds) {
        assertThat(comparing(most).holds(condition(condition))).isEqualTo(holds);
        assertThatExceptionOfType(DialectException.class)
                .isThrownBy(() -> comparing(most + 2).holds(condition(condition)))
                .withMessageContaining("more than 1000000 elements");
    }

    private static Conditions comparing(int elements) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(elements);
        for (int i = 0; i < elements; i++) {
            list.add(IntNode.valueOf(0));
        }
        Facts facts = name -> name.equals("list") ? list : IntNode.valueOf(0);
        return new Conditions(facts, facts);
    }

    private static Condition condition(String yaml) {
        return Condition.of(DataFile.parse("test", "value: " + yaml).get("value"));
    }
}
