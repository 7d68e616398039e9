package dev.sandbank.benchmarks;

import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.BooleanNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.DecimalNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call, and the same with one other member in its content: a change to what an entry has already shows nothing,
 * and examples often say just that.
 */
final class OtherContents {

    private static final int MOST = 24;
    private static final int DEEPEST = 4;

    private final List<CallTemplate> calls = new ArrayList<>();

    OtherContents(CallTemplate call) {
        calls.add(call);
        if (call.body() instanceof ObjectNode body) {
            ObjectNode copy = body.deepCopy();
            vary(copy, call, copy, 0);
        }
    }

    List<CallTemplate> calls() {
        return calls;
    }

    /** Changes each member for a moment, and makes a call of the whole. */
    private void vary(ObjectNode object, CallTemplate call, ObjectNode whole, int depth) {
        for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
            JsonNode value = member.getValue();
            JsonNode inner = value instanceof ArrayNode list ? list.path(0) : value;
            if (calls.size() < MOST && inner instanceof ObjectNode below && depth < DEEPEST) {
                vary(below, call, whole, depth + 1);
            } else if (calls.size() < MOST && inner.isValueNode() && !inner.isNull()) {
                for (JsonNode other : others(inner)) {
                    object.set(
                            member.getKey(),
                            value.isArray() ? object.arrayNode().add(other) : other);
                    calls.add(call.with(whole.deepCopy()));
                }
                object.set(member.getKey(), value);
            }
        }
    }

    private static List<JsonNode> others(JsonNode value) {
        if (value.isBoolean()) {
            return List.of(BooleanNode.valueOf(!value.booleanValue()));
        }
        if (value.isNumber()) {
            return List.of(DecimalNode.valueOf(value.decimalValue().add(BigDecimal.ONE)));
        }
        String text = value.asText().isEmpty() ? "a" : value.asText();
        int last = text.length() - 1;
        return List.of(
                TextNode.valueOf(text.substring(0, last) + next(text.charAt(last))),
                TextNode.valueOf(next(text.charAt(0)) + text.substring(1)));
    }

    private static char next(char letter) {
        return letter == '9' ? '8' : letter == 'z' ? 'y' : letter == 'Z' ? 'Y' : (char) (letter + 1);
    }
}
