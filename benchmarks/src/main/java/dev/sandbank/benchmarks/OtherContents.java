package dev.sandbank.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.explain.CallTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call, and the same with one other member in its content: a change to what an entry has already shows nothing,
 * and examples often say just that.
 */
final class OtherContents {

    private static final int MOST = 16;
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
            } else if (calls.size() < MOST && value.isValueNode() && !value.isNull()) {
                object.set(member.getKey(), other(value));
                calls.add(call.with(whole.deepCopy()));
                object.set(member.getKey(), value);
            }
        }
    }

    private static JsonNode other(JsonNode value) {
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().add(BigDecimal.ONE));
        }
        String text = value.asText();
        char last = text.isEmpty() ? 'a' : text.charAt(text.length() - 1);
        char next = last == '9' ? '8' : last == 'z' ? 'y' : last == 'Z' ? 'Y' : (char) (last + 1);
        return TextNode.valueOf(text.isEmpty() ? "a" : text.substring(0, text.length() - 1) + next);
    }
}
