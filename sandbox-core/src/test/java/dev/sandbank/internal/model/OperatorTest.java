package dev.sandbank.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Operator;
import dev.sandbank.internal.model.operation.Quantifier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator knows besides comparing: its words, and values that break it. */
class OperatorTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            is       | open                   | true | [false]
            is       | open                   | open | [another]
            is       | open                   |      | [another]
            isNot    | open                   | shut | [open]
            oneOf    | [a, b]                 | true | [false]
            oneOf    | [a, b]                 | a    | [another]
            from     | 5                      | 5    | [4, 4]
            from     | 5.50                   | 6    | [5.49, 4.50]
            from     | "5.50"                 | 6    | ["5.49", "4.50"]
            to       | -5                     | -6   | [-4, -4]
            to       | "2031-02-28"           |      | ["2031-03-01"]
            from     | "2031-03-01T09:00:00Z" |      | ["2031-02-28T09:00:00Z"]
            to       | today                  |      | []
            moreThan | 0                      | 1    | [0, -1, -1]
            lessThan | 9                      | 1    | [9, 10, 10]
            contains | view                   | [a]  | [[]]
            within   | "[1,9]"                | 5    | [another]
            present  | false                  |      | [something]
            """)
    void triesValuesThatMightBreakIt(String word, String value, @Nullable String now, String others) {
        List<String> tried = Operator.of(word)
                .orElseThrow()
                .against(node(value), now == null ? null : node(now))
                .map(JsonNode::toString)
                .toList();

        assertThat(tried)
                .isEqualTo(node(others).valueStream().map(JsonNode::toString).toList());
    }

    @Test
    void leavesOutWhatMustBePresent() {
        assertThat(Operator.PRESENT.against(node("true"), node("here"))).allMatch(JsonNode::isMissingNode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is       | ''
            isNot    | the same as
            oneOf    | ''
            from     | less than
            to       | more than
            moreThan | not more than
            lessThan | not less than
            contains | without
            within   | outside
            present  | ''
            """)
    void saysHowAFactBreaksIt(String word, String broken) {
        assertThat(Operator.of(word).map(Operator::broken)).contains(broken);
        assertThat(Operator.of(word).map(Operator::word)).contains(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every | not every element
            some  | no element
            none  | some element
            """)
    void isJoinedByQuantifiersThatSayHowAListBreaksThem(String word, String broken) {
        assertThat(Quantifier.of(word).map(Quantifier::broken)).contains(broken);
        assertThat(Quantifier.of(word).map(Quantifier::word)).contains(word);
    }

    @Test
    void isUnknownInAnyOtherWord() {
        assertThat(Operator.of("From")).isEmpty();
        assertThat(Quantifier.of("any")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.of(node("{fact: x, above: 5}")))
                .withMessage("no operator above");
    }

    @Test
    void isIsWhereADialectGivesOnlyMembersAndValues() {
        Condition equal = Condition.equal("state", node("open"));

        assertThat(equal).isEqualTo(Condition.of(node("{fact: state, is: open}")));
        assertThat(equal.values()).isEqualTo(Map.of(Operator.IS, node("open")));
    }

    private static JsonNode node(String yaml) {
        return DataFile.parse("test", "value: " + yaml).get("value");
    }
}
