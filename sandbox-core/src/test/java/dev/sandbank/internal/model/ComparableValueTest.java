package dev.sandbank.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.model.operation.ComparableValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of facts are compared by what they say, not by how they are written. */
class ComparableValueTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            9.5                                | "10"
            "-1"                               | 0
            "1000"                             | "a"
            7                                  | "2031-03-03"
            "a"                                | "b"
            "2031-03-03T10:00:00+02:00"        | "2031-03-03T08:00:01Z"
            "2031-03-03T08:00Z"                | "2031-03-03T08:00:00.000000001Z"
            """)
    void areSortedWithNumbersFirst(String less, String more) {
        assertThat(value(less)).isLessThan(value(more));
        assertThat(value(more)).isGreaterThan(value(less));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "a"                         | "a"                    | true
            "a"                         | "A"                    | false
            1                           | 1.0                    | true
            1                           | 2                      | false
            1.50                        | "1.5"                  | true
            "1.5"                       | 1.50                   | true
            1                           | "one"                  | false
            "7"                         | "007"                  | false
            "1.0"                       | "1"                    | false
            true                        | true                   | true
            true                        | false                  | false
            "2031-03-03T10:00:00+02:00" | "2031-03-03T08:00Z"    | true
            "2031-03-03T10:00:00Z"      | "2031-03-03"           | false
            "2031-02-30T10:00:00Z"      | "2031-02-31T10:00:00Z" | false
            """)
    void areTheSameAsTextsOrAsNumbersOrAsMoments(String one, String other, boolean same) {
        assertThat(value(one).isSame(value(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "6"                         | 5                                | true
            5                           | 5.0                              | true
            "5"                         | 6                                | false
            "a"                         | 5                                | false
            5                           | "a"                              | false
            "b"                         | "a"                              | true
            "a"                         | "a"                              | true
            "a"                         | "b"                              | false
            "2031-03-03T10:00:00+02:00" | "2031-03-03T08:00:00Z"           | true
            "2031-03-03T08:00:00Z"      | "2031-03-03T08:00:00.000000001Z" | false
            "2031-03-03T01:00:00+02:00" | "2031-03-03"                     | true
            "2031-03-03"                | "2031-03-03T23:00:00-02:00"      | true
            "2031-03-02T23:00:00-02:00" | "2031-03-03"                     | false
            "2031-03-03"                | "2031-03-04T01:00:00+02:00"      | false
            "2031-03-03"                | "2031-03-02"                     | true
            "2031-03-03"                | "2031-03-03 or later"            | false
            "2031-03-03 or later"       | "2031-03-03"                     | true
            """)
    void areAtLeastAsMuchIfOfOneKindAndMomentsAndDaysByTheDay(String own, String least, boolean atLeast) {
        assertThat(value(own).isAtLeast(value(least))).isEqualTo(atLeast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1]", "{a: 1}"})
    void areNoListsNoObjectsAndNotNull(String json) {
        assertThat(ComparableValue.of(node(json))).isEmpty();
    }

    @Test
    void mayBeTextsOfOurOwn() {
        assertThat(ComparableValue.of("7").orElseThrow().number()).contains(new BigDecimal("7"));
    }

    private static ComparableValue value(String json) {
        return ComparableValue.of(node(json)).orElseThrow();
    }

    private static JsonNode node(String json) {
        return DataFile.parse("test", "value: " + json).get("value");
    }
}
