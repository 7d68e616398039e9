package dev.sandbank.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.model.operation.Expression;
import dev.sandbank.internal.model.operation.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a template's blank. */
class ExpressionTest {

    private static final String FORTY = "9999999999999999999999999999999999999999";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "1           | 2         | 3           | -1",
                "0.1         | 0.2       | 0.3         | -0.1",
                "\"100.00\"  | \"0.1\"   | \"100.10\"  | \"99.90\"",
                "\"5\"       | 0.125     | \"5.125\"   | \"4.875\"",
                "0.125       | \"5\"     | \"5.125\"   | \"-4.875\"",
                "1e3         | 1         | 1001        | 999",
                "\"+1\"      | \"-1\"    | \"0\"       | \"2\"",
                "9007199254740993 | 1    | 9007199254740994 | 9007199254740992",
                FORTY + "    | -1        | 9999999999999999999999999999999999999998 | null",
                "1e-40       | 0         | 0.0000000000000000000000000000000000000001 | 0.0000000000000000000000000000000000000001",
                "\"2031-03-31\" | \"P1M\"  | \"2031-04-30\" | \"2031-02-28\"",
                "\"2031-03-31\" | \"P1DT0S\" | \"2031-04-01\" | \"2031-03-30\"",
                "\"2031-03-03T10:00:00+02:00\" | \"P1DT1.5S\" | \"2031-03-04T10:00:01.5+02:00\" | \"2031-03-02T09:59:58.5+02:00\"",
                "\"2031-03-03T10:00:00.00Z\" | \"P1W\" | \"2031-03-10T10:00:00.00Z\" | \"2031-02-24T10:00:00.00Z\"",
                "\"2031-03-03T10:00Z\" | \"PT1H\" | \"2031-03-03T11:00:00Z\" | \"2031-03-03T09:00:00Z\"",
                "\"9999-12-30\" | \"P1D\" | \"9999-12-31\" | \"9999-12-29\"",
                "\"9999-12-31\" | \"P1D\" | null | \"9999-12-30\"",
                "\"0000-01-01\" | \"P1D\" | \"0000-01-02\" | null",
                "\"0000-01-01T00:00:00Z\" | \"PT1S\" | \"0000-01-01T00:00:01Z\" | null",
                "\"9999-12-31T23:59:59Z\" | \"PT1S\" | null | \"9999-12-31T23:59:58Z\""
            })
    void addsAndSubtractsExactly(String left, String right, String sum, String difference) {
        assertThat(value("left + right", left, right)).isEqualTo(node(sum).toString());
        assertThat(value("left - right", left, right))
                .isEqualTo(node(difference).toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"one\"        | 1",
                "1              | \"one\"",
                "\"one\"        | \"two\"",
                "true           | 1",
                "[1]            | 1",
                "\"2031-03-03\" | \"PT1H\"",
                "\"2031-02-30\" | \"P1D\"",
                "\"2031-03-03\" | 1",
                "\"9999-12-31T23:00:00-02:00\" | \"PT1S\"",
                "\"2031-03-03T10:00:00Z\" | \"P9999999Y\"",
                "\"2031-03-03T10:00:00Z\" | \"P\"",
                "\"P1D\"        | \"2031-03-03\"",
                FORTY + "       | 1",
                FORTY + "0      | -1",
                "1e400          | 1",
                "1              | 1e400",
                "1e-41          | 1"
            })
    void hasNoValueWhereItCannotBeComputed(String left, String right) {
        assertThat(value("left + right", left, right)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            'EUR'                       | "EUR"
            ''                          | ""
            'it''s {x} or + else'       | "it's {x} or + else"
            12.50                       | 12.50
            -1                          | -1
            true                        | true
            false                       | false
            null else left              | null
            left                        | 1
            nested.member               | 5
            nested.other                | null
            absent else left            | 1
            left else right             | 1
            absent else gone else 'x'   | "x"
            absent + 1 else right       | 2
            1 + absent else right       | 2
            left + right - 1 + '0.50'   | "2.50"
            left - right - right        | -3
            day + P1M                   | "2031-04-03"
            P1D                         | null
            """)
    void isAFactOrAConstantOrASumOrTheFirstAlternative(String said, String value) {
        JsonNode facts = DataFile.parse("test", "{left: 1, right: 2, nested: {member: 5}, day: \"2031-03-03\"}");

        assertThat(String.valueOf(Expression.of(said).value(name -> Facts.at(facts, name))))
                .isEqualTo(value);
    }

    @Test
    void countsWithNumbersOfOurOwn() {
        assertThat(String.valueOf(Expression.of("number + 1").value(name -> 41)))
                .isEqualTo("42");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ``            | in single quotes, a number, true, false or null at the end
            left +        | in single quotes, a number, true, false or null at the end
            left else     | in single quotes, a number, true, false or null at the end
            else          | or null in place of else
            - left        | or null in place of -
            left ! right  | "+", "-" or "else" in place of !
            left right    | "+", "-" or "else" in place of right
            left + ?      | or null in place of ?
            """)
    void saysWhatItExpectedInPlaceOfAnythingElse(String said, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.of(said))
                .withMessageContaining(message);
        assertThat(Expression.read(said).value(name -> "anything")).isNull();
    }

    @Test
    void namesTheFactsThatItNeeds() {
        assertThat(Expression.of("a + 1 - b.c else 'd' else e").names()).containsExactly("a", "b.c", "e");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a + b        | true
            a + c        | false
            c else a     | true
            c else d     | false
            c else 'x'   | true
            """)
    void canDoWithTheFactsOfOneAlternative(String said, boolean can) {
        assertThat(Expression.of(said).canDoWith(name -> name.equals("a") || name.equals("b")))
                .isEqualTo(can);
    }

    @Test
    void isFoundBetweenOtherText() {
        assertThat(Expression.in("${a} or ${'}' else b}, not $c or {d}"))
                .containsExactly(Expression.of("a"), Expression.of("'}' else b"));
        assertThat(Expression.in("a {b} $ {c}")).isEmpty();
    }

    @Test
    void standsAloneIfNothingSurroundsIt() {
        assertThat(Expression.alone("${a else '}'}")).isEqualTo(Expression.of("a else '}'"));
        assertThat(Expression.alone("${a} ")).isNull();
        assertThat(Expression.alone("${a}${b}")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "PT1S", "P1Y2M3W4DT5H6M7.5S"})
    void addsDurationsAsTheyAreWritten(String duration) {
        assertThat(Expression.of("now + " + duration).names()).containsExactly("now");
    }

    private static String value(String said, String left, String right) {
        ObjectNode facts = DataFile.parse("test", "left: " + left + "\nright: " + right);

        return String.valueOf(Expression.of(said).value(name -> Facts.at(facts, name)));
    }

    private static JsonNode node(String json) {
        return DataFile.parse("test", "value: " + json).get("value");
    }
}
