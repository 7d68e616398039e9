package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.store.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values that a condition might not hold for; which of them do break it is for others to try. */
final class Values {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,18})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    private Values() {}

    /** What others of the same kind have there, and what none has. */
    static Stream<JsonNode> seen(Store store, Entry entry, List<String> member) {
        Stream<JsonNode> others = store.entries().all(entry.collection()).stream()
                .map(other -> Trees.get(other.document(), member))
                .filter(Objects::nonNull)
                .distinct();
        return Stream.concat(others, Stream.of(TextNode.valueOf("another")));
    }

    /** What the fact itself could be instead. */
    static Stream<JsonNode> against(Condition condition, @Nullable Object now, Facts given) {
        Stream<JsonNode> presence = Boolean.TRUE.equals(condition.present())
                ? Stream.of(MissingNode.getInstance())
                : Boolean.FALSE.equals(condition.present()) ? Stream.of(TextNode.valueOf("something")) : Stream.empty();
        return Stream.of(
                        presence,
                        filled(condition.isNot(), given),
                        filled(condition.from(), given).flatMap(least -> near(least, -1)),
                        filled(condition.to(), given).flatMap(most -> near(most, 1)),
                        filled(condition.contains(), given).map(any -> JsonNodeFactory.instance.arrayNode()),
                        other(condition, now))
                .flatMap(values -> values);
    }

    /** What the other side of the condition could be instead, where a fact is that. */
    static Stream<JsonNode> around(Condition condition, @Nullable Object fact) {
        Stream<JsonNode> own = fact == null ? Stream.empty() : Stream.of(node(fact));
        int step = condition.to() == null ? 1 : -1;
        return own.flatMap(value -> near(value, step));
    }

    private static Stream<JsonNode> filled(@Nullable JsonNode template, Facts given) {
        return template == null
                ? Stream.empty()
                : Stream.of(Templates.fill(template, given)).filter(value -> !value.isMissingNode());
    }

    private static Stream<JsonNode> other(Condition condition, @Nullable Object now) {
        if (condition.is() == null && condition.oneOf() == null) {
            return Stream.empty();
        }
        JsonNode value = now == null ? MissingNode.getInstance() : node(now);
        return value.isBoolean()
                ? Stream.of(BooleanNode.valueOf(!value.asBoolean()))
                : Stream.of(TextNode.valueOf("another"));
    }

    static JsonNode node(Object fact) {
        return fact instanceof JsonNode node ? node : TextNode.valueOf(fact.toString());
    }

    /** A little less or more: of numbers and amounts by their last digit and by one, of days and moments by a day. */
    private static Stream<JsonNode> near(JsonNode value, int step) {
        String text = value.asText();
        if (DECIMAL.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            return Stream.of(number.ulp(), BigDecimal.ONE)
                    .map(by -> number.add(by.multiply(BigDecimal.valueOf(step))))
                    .map(other ->
                            value.isNumber() ? DecimalNode.valueOf(other) : TextNode.valueOf(other.toPlainString()));
        }
        if (DAY.matcher(text).matches()) {
            return Stream.of(
                    TextNode.valueOf(LocalDate.parse(text).plusDays(step).toString()));
        }
        return MOMENT.matcher(text).matches()
                ? Stream.of(TextNode.valueOf(
                        Instant.parse(text).plus(step, ChronoUnit.DAYS).toString()))
                : Stream.empty();
    }
}
