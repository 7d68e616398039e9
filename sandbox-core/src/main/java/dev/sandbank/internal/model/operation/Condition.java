package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition on one fact, for every place in a dialect that has conditions: rules and their {@code when}, lists and
 * their filters.
 *
 * <p>All of its parts must hold; the values are templates. An absent fact fits only a condition about its absence, and
 * nothing fits an absent value.
 *
 * @param fact the fact's name, such as {@code payment.status}
 * @param values the values to compare with, by operator
 * @param each conditions on its elements, by quantifier
 */
public record Condition(String fact, Map<Operator, JsonNode> values, Map<Quantifier, List<Condition>> each) {

    private static final String FACT = "fact";
    private static final Pattern BLANK = Pattern.compile("\\$\\{([^}]*)}");

    public Condition {
        values = inOrder(values, Operator.class);
        each = inOrder(each, Quantifier.class);
    }

    private static <K extends Enum<K>, V> Map<K, V> inOrder(Map<K, V> some, Class<K> keys) {
        Map<K, V> all = new EnumMap<>(keys);
        all.putAll(some);
        return Collections.unmodifiableMap(all);
    }

    /** Reads a condition from a dialect: the fact, and a value for each operator. */
    public static Condition of(JsonNode said) {
        Map<Operator, JsonNode> values = new EnumMap<>(Operator.class);
        Map<Quantifier, List<Condition>> each = new EnumMap<>(Quantifier.class);
        for (Map.Entry<String, JsonNode> member : said.properties()) {
            Optional<Quantifier> quantifier = Quantifier.of(member.getKey());
            if (quantifier.isPresent()) {
                each.put(quantifier.get(), all(member.getValue()));
            } else if (!member.getKey().equals(FACT)) {
                values.put(operator(member.getKey()), member.getValue());
            }
        }
        return new Condition(said.path(FACT).asText(), values, each);
    }

    /** Reads a list of conditions from a dialect. */
    public static List<Condition> all(JsonNode said) {
        return said.valueStream().map(Condition::of).toList();
    }

    private static Operator operator(String word) {
        return Operator.of(word).orElseThrow(() -> new IllegalArgumentException("no operator " + word));
    }

    /**
     * Returns in words what the fact must do, such as {@code be at least 5}; empty if there are only conditions on its
     * elements. A template is named, not filled.
     */
    public String wanted() {
        return values.entrySet().stream()
                .map(each -> each.getKey().wanted(words(each.getValue())))
                .collect(Collectors.joining(" and "));
    }

    private static String words(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(Condition::words).collect(Collectors.joining(" or "));
        }
        if (!value.isTextual()) {
            return value.toString();
        }
        return value.textValue().isEmpty()
                ? "empty"
                : BLANK.matcher(value.textValue()).replaceAll("$1");
    }

    /** Makes the condition that a fact equals a value. */
    public static Condition equal(String fact, JsonNode value) {
        return new Condition(fact, Map.of(Operator.IS, value), Map.of());
    }
}
