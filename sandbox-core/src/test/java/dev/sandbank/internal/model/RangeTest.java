package dev.sandbank.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.operation.Range;
import dev.sandbank.internal.model.operation.Ranges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5; 4 6; 5",
                "05; 4 6; 5",
                "[005,07); 4 7; 5 6",
                "[5,7]; 4 8; 5 6 7",
                "(5,7); 5 7; 6",
                "[5,7); 7; 5 6",
                "(5,7]; 5; 6 7",
                "[5,]; 4; 5 999999999999999999",
                "(5,]; 5; 6",
                "[,5]; 6; 5 0",
                "[,5); 5; 4",
                "(5,5); 4 5 6;",
                "[5,5]; 4 6; 5",
                "[7,5]; 5 6 7;"
            })
    void hasWhatItsBracketsTakeIn(String text, String out, String in) {
        Range<Long> range = Ranges.integers(text).orElseThrow();

        assertThat(numbers(out)).noneMatch(range::contains);
        assertThat(numbers(in == null ? "" : in)).allMatch(range::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[,]",
                "(,)",
                "[5]",
                "5,7",
                "[5,7",
                "5,7]",
                "[5;7]",
                "[5,7] ",
                " 5",
                "[5, 7]",
                "[5,7,9]",
                "[[5,7]]",
                "[5,7]]",
                "[x,7]",
                "[5,x]",
                "-5",
                "+5",
                "5.0",
                "[5,7]\n",
                "5\n",
                "1e3",
                "]5,7[",
                "9999999999999999999",
                "[,]5",
                "٥"
            })
    void isNothingElse(String text) {
        assertThat(Ranges.integers(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.000",
                ".50",
                ".",
                "-10.00",
                "+10.00",
                "[10.00,20.001]",
                "1,000.00",
                "1234567890123456789",
                "1e2"
            })
    void hasAmountsWithTwoDecimalsAtMost(String text) {
        assertThat(Ranges.amounts(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2031-02-29", "2031-13-01", "2031-00-10", "31-03-03", "2031-3-3", "20310303", "2031-03-03T00:00Z"
            })
    void hasDaysThatThereAre(String text) {
        assertThat(Ranges.dates(text)).isEmpty();
        assertThat(Ranges.dates("[" + text + ",]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "100.", "100.0", "0100.00", "[100,100.]", "(99,101.5)", "[100.,]"})
    void hasAmountsWithoutDecimals(String text) {
        assertThat(Ranges.amounts(text))
                .hasValueSatisfying(range ->
                        assertThat(range.contains(new BigDecimal("100.00"))).isTrue());
    }

    @Test
    void comparesAmountsBySize() {
        Range<BigDecimal> range = Ranges.amounts("[9.50,10.00]").orElseThrow();

        assertThat(range.contains(new BigDecimal("10.0"))).isTrue();
        assertThat(range.contains(new BigDecimal("9.499"))).isFalse();
    }

    @Test
    void isReversedIfItEndsBeforeItBegins() {
        assertThat(Ranges.integers("[7,5]"))
                .hasValueSatisfying(range -> assertThat(range.isReversed()).isTrue());
        assertThat(Ranges.integers("(5,5)"))
                .hasValueSatisfying(range -> assertThat(range.isReversed()).isFalse());
        assertThat(Ranges.integers("[5,]"))
                .hasValueSatisfying(range -> assertThat(range.isReversed()).isFalse());
    }

    @Test
    void isClosedAsFarFromItsOtherEndAsAsked() {
        Optional<Range<LocalDate>> from = Ranges.dates("(2031-03-03,]");
        Optional<Range<LocalDate>> to = Ranges.dates("[,2031-03-03)");

        assertThat(from.map(RangeTest::week).map(Range::toString))
                .hasValueSatisfying(range -> assertThat(range)
                        .contains("value=2031-03-03, included=false", "value=2031-03-10, included=true"));
        assertThat(to.map(RangeTest::week).map(Range::toString))
                .hasValueSatisfying(range -> assertThat(range)
                        .contains("value=2031-02-24, included=true", "value=2031-03-03, included=false"));
        assertThat(week(Range.only(LocalDate.EPOCH))).isEqualTo(Range.only(LocalDate.EPOCH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "date-range; [2031-03-01,2031-04-01); true",
                "date-range; 5; false",
                "amount-range; 10.00; true",
                "amount-range; 10.000; false",
                "integer-range; [1001,1099]; true",
                "integer-range; 10.00; false",
                "range; 5; false"
            })
    void hasAFormatForEachKindOfValue(String format, String text, boolean fits) {
        assertThat(Ranges.fits(format, text)).isEqualTo(fits);
        assertThat(Ranges.formats().contains(format)).isEqualTo(!format.equals("range"));
    }

    @Test
    void saysInWordsWhatItsFormatsLookLike() {
        assertThat(Ranges.form("amount-range"))
                .contains("must be an amount or a range of amounts, such as [10.00,20.00)");
        assertThat(Ranges.form("range")).isEmpty();
    }

    private static Range<LocalDate> week(Range<LocalDate> open) {
        return open.closed(end -> end.minusDays(7), end -> end.plusDays(7));
    }

    private static List<Long> numbers(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
