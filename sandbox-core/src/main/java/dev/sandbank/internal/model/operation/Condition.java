package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one fact must be like, wherever a dialect says so: in rules, in what they count for, in lists and their filters.
 *
 * <p>Whatever is given must hold; the values are templates. A fact that is not there fits nothing but its absence, and a value
 * that is not there is fitted by nothing.
 *
 * @param fact the fact's name, such as {@code payment.status}
 * @param values what it is compared with, and how
 */
public record Condition(String fact, Map<Operator, JsonNode> values) {

    private static final String FACT = "fact";

    public Condition {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** As a dialect says it: the fact, and a value for each operator. */
    public static Condition of(ObjectNode said) {
        Map<Operator, JsonNode> values = new EnumMap<>(Operator.class);
        said.properties().stream()
                .filter(member -> !member.getKey().equals(FACT))
                .forEach(member -> values.put(
                        Operator.of(member.getKey())
                                .orElseThrow(() -> new IllegalArgumentException("no operator " + member.getKey())),
                        member.getValue()));
        return new Condition(said.path(FACT).asText(), values);
    }

    /** That a fact equals a value. */
    public static Condition equal(String fact, JsonNode value) {
        return new Condition(fact, Map.of(Operator.IS, value));
    }
}
