package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a condition compares a fact with a value. Each operator contains everything about itself, so that evaluating
 * conditions and finding values that break them agree.
 */
public enum Operator {
    /** Is the same. */
    IS("is", "", "be") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return same(own, other);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return another(now);
        }
    },
    /** Is not the same. */
    IS_NOT("isNot", "the same as", "not be") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return !same(own, other);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return Stream.of(other);
        }
    },
    /** Is one of a list, or the same as a single value. */
    ONE_OF("oneOf", "", "be") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return among(own, other);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return another(now);
        }
    },
    /** Is at least so much. */
    FROM("from", "less than", "be at least") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return isAtLeast(own, other);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return near(other, -1);
        }
    },
    /** Is at most so much. */
    TO("to", "more than", "be at most") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return isAtLeast(other, own);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return near(other, 1);
        }
    },
    /** Is more. */
    MORE_THAN("moreThan", "not more than", "be more than") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return isAtLeast(own, other) && !isAtLeast(other, own);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return Stream.concat(Stream.of(other), near(other, -1));
        }
    },
    /** Is less. */
    LESS_THAN("lessThan", "not less than", "be less than") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return isAtLeast(other, own) && !isAtLeast(own, other);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return Stream.concat(Stream.of(other), near(other, 1));
        }
    },
    /** Is a list that has this element. */
    CONTAINS("contains", "without", "contain") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return own instanceof JsonNode all && all.isArray() && among(other, all);
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return Stream.of(JsonNodeFactory.instance.arrayNode());
        }
    },
    /** Is in a range. */
    WITHIN("within", "outside", "be within") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return Ranges.contains(other.asText(), own instanceof JsonNode value ? value.asText() : own.toString());
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return another(now);
        }
    },
    /** Is present, or absent. */
    PRESENT("present", "", "be present") {
        @Override
        boolean compares(Object own, JsonNode other) {
            return other.asBoolean();
        }

        @Override
        boolean holdsOfNothing(JsonNode other) {
            return !other.asBoolean();
        }

        @Override
        String wanted(String value) {
            return value.equals("false") ? "be absent" : "be present";
        }

        @Override
        Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now) {
            return Stream.of(other.asBoolean() ? MissingNode.getInstance() : TextNode.valueOf("something"));
        }
    };

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,18})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    private final String word;
    private final String broken;
    private final String wanted;

    Operator(String word, String broken, String wanted) {
        this.word = word;
        this.broken = broken;
        this.wanted = wanted;
    }

    /** Returns its name in a dialect. */
    public String word() {
        return word;
    }

    public static Optional<Operator> of(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Returns the words for a fact that fails it, such as {@code less than}; empty if the fact's value says enough. */
    public String broken() {
        return broken;
    }

    /** Returns what a fact must do to fit a value, such as {@code be at least 5}. */
    String wanted(String value) {
        return wanted + " " + value;
    }

    /** Whether a fact fits; an absent one fits only {@code present}. */
    public boolean holds(@Nullable Object own, JsonNode other) {
        return own == null ? holdsOfNothing(other) : compares(own, other);
    }

    /** Returns values of the fact that might fail it, to try instead of the present one. */
    public Stream<JsonNode> against(JsonNode other, @Nullable JsonNode now) {
        return others(other, now);
    }

    boolean holdsOfNothing(JsonNode other) {
        return false;
    }

    abstract boolean compares(Object own, JsonNode other);

    abstract Stream<JsonNode> others(JsonNode other, @Nullable JsonNode now);

    /** Whether two values are the same; a value that cannot be compared, such as a list, never is. */
    public static boolean same(Object own, Object other) {
        Optional<ComparableValue> left = ComparableValue.of(own);
        return left.isPresent()
                && ComparableValue.of(other).filter(left.get()::isSame).isPresent();
    }

    private static boolean isAtLeast(Object own, Object least) {
        Optional<ComparableValue> left = ComparableValue.of(own);
        return left.isPresent()
                && ComparableValue.of(least).filter(left.get()::isAtLeast).isPresent();
    }

    private static boolean among(Object own, JsonNode all) {
        return all.isArray() ? all.valueStream().anyMatch(each -> same(own, each)) : same(own, all);
    }

    private static Stream<JsonNode> another(@Nullable JsonNode now) {
        return now != null && now.isBoolean()
                ? Stream.of(BooleanNode.valueOf(!now.asBoolean()))
                : Stream.of(TextNode.valueOf("another"));
    }

    /**
     * Returns values just below or above: numbers and amounts by their last digit and by one, days and moments by a
     * day.
     */
    public static Stream<JsonNode> near(JsonNode value, int step) {
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
