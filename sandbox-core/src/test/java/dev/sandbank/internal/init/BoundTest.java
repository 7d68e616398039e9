package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {

    private static final String ENTRY =
            "{created_at: '2031-01-02T03:04:05Z', effectiveDate: '2031-01-02', amount: '12.50', label: x, total: 3}";

    private static final Shape DAY = Shape.of(Components.NONE, Yaml.of("{type: string, format: date}"));
    private static final Shape TEXT = Shape.of(Components.NONE, Yaml.of("{type: string}"));

    @ParameterizedTest
    @CsvSource({
        "created_at_lower_bound, created_at, from",
        "created_lte, created_at, to",
        "createdBefore, created_at, lessThan",
        "effective_date_from, effectiveDate, from",
        "minAmount, amount, from",
        "total_gt, total, moreThan",
        "fromDate, created_at, from",
        "until, created_at, to",
        "oldest-time, created_at, from",
        "newest-time, created_at, to"
    })
    void isAboutTheMemberThatItNames(String parameter, String member, String operator) {
        assertThat(Bound.of(parameter, DAY, Yaml.of(ENTRY))).hasValue(new Bound(member, operator));
    }

    @ParameterizedTest
    @CsvSource({"since, TEXT", "to, DAY_BY_EXAMPLE"})
    void isOfTimeThoughNoFormatSaysSo(String parameter, String kind) {
        Shape shape = kind.equals("TEXT")
                ? TEXT
                : Shape.of(Components.NONE, Yaml.of("{type: string, examples: ['2031-01-02']}"));

        assertThat(Bound.of(parameter, shape, Yaml.of(ENTRY)).map(Bound::member))
                .hasValue("created_at");
    }

    @Test
    void isNoNumberIfTheMemberIsNone() {
        Shape number = Shape.of(Components.NONE, Yaml.of("{type: integer}"));

        assertThat(Bound.of("created_at_from", number, Yaml.of(ENTRY))).isEmpty();
        assertThat(Bound.of("min_total", number, Yaml.of(ENTRY))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"min_label", "from_account", "amount_kind", "to"})
    void isNoneWithoutSuchAMember(String parameter) {
        assertThat(Bound.of(parameter, TEXT, Yaml.of(ENTRY))).isEmpty();
    }
}
