package dev.sandbank.internal.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/**
 * Prepares large whole numbers for the JSON Schema library, which compares only the last 64 bits of those with an
 * exponent or a point to the bounds of an integer, so that 1.8446744073709551617e19 would be 1, and divides the others
 * as a {@code double}.
 */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** Returns the same value, with such numbers in a form that is compared correctly. */
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
        return new Exact(value.bigIntegerValue());
    }

    /** Goes through large documents quickly, so it makes no streams. */
    private static boolean isIn(JsonNode value) {
        if (!value.isContainerNode()) {
            return value.isNumber() && !value.canConvertToInt() && value.canConvertToExactIntegral();
        }
        for (JsonNode child : value) {
            if (isIn(child)) {
                return true;
            }
        }
        return false;
    }

    /** A number that the library compares as an integer and divides as a decimal. */
    private static final class Exact extends BigIntegerNode {

        private static final long serialVersionUID = 1;

        Exact(BigInteger value) {
            super(value);
        }

        @Override
        public boolean isBigDecimal() {
            return true;
        }
    }
}
