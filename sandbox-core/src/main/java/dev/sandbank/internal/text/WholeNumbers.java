package dev.sandbank.internal.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whole numbers beyond 64 bits that are written with an exponent or a point: of these the library for JSON Schema compares the last
 * 64 bits with the bounds of an integer, so that 1.8446744073709551617e19 would be 1.
 */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** The same value, with such numbers as they are compared rightly. */
    public static JsonNode comparable(JsonNode value) {
        if (!isIn(value)) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(comparable(element)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), comparable(member.getValue())));
            return object;
        }
        return BigIntegerNode.valueOf(value.bigIntegerValue());
    }

    private static boolean isIn(JsonNode value) {
        return value.isContainerNode()
                ? value.valueStream().anyMatch(WholeNumbers::isIn)
                : value.isBigDecimal() && !value.canConvertToLong() && value.canConvertToExactIntegral();
    }
}
