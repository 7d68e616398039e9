package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of Java as members of entries. */
final class MemberValues {

    private static final JsonMapper JSON = new JsonMapper();

    private MemberValues() {}

    /**
     * A text, number, truth value, list or map as it stands in a tree.
     *
     * @throws IllegalArgumentException if it is anything else, or has anything else in it
     */
    static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof CharSequence text) {
            return TextNode.valueOf(text.toString());
        }
        if (value instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        }
        if (value instanceof Number number) {
            return JSON.valueToTree(number);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(each -> array.add(node(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((name, each) -> object.set(String.valueOf(name), node(each)));
            return object;
        }
        throw new IllegalArgumentException("a value is a text, a number, true or false, a list or a map, not a "
                + value.getClass().getName());
    }
}
