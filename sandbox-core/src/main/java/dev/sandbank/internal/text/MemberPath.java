package dev.sandbank.internal.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The path from an object to one of its members.
 *
 * @param names the names of members and the indices in lists on the way
 */
public record MemberPath(List<String> names) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Parses a name, or a JSON Pointer (RFC 6901) if it begins with a slash. */
    public static MemberPath of(String text) {
        if (!text.startsWith("/")) {
            return new MemberPath(List.of(text));
        }
        List<String> names = new ArrayList<>();
        for (JsonPointer rest = JsonPointer.compile(text); !rest.matches(); rest = rest.tail()) {
            names.add(rest.getMatchingProperty());
        }
        return new MemberPath(List.copyOf(names));
    }

    /** Returns the value at a JSON Pointer in a JSON text; empty if there is none, or it is not JSON. */
    public static Optional<String> textIn(String content, String pointer) {
        return BoundedJson.find(content)
                .map(of(pointer)::in)
                .filter(found -> !found.isMissingNode())
                .map(found -> found.isValueNode() ? found.asText() : found.toString());
    }

    /** Returns members of a nested object, by their JSON Pointers. */
    public static Map<String, Object> pointersIn(String object, Map<String, ?> members) {
        Map<String, Object> pointers = new LinkedHashMap<>();
        members.forEach((name, value) ->
                pointers.put("/" + object + "/" + name.replace("~", "~0").replace("/", "~1"), value));
        return pointers;
    }

    public JsonNode in(JsonNode entry) {
        JsonNode found = entry;
        for (String name : names) {
            found = found.isArray() ? element(found, name) : found.path(name);
        }
        return found;
    }

    /**
     * Sets the value; missing objects on the way are created, and an index one after the end of a list appends to it.
     */
    public void set(ObjectNode entry, @Nullable JsonNode value) {
        JsonNode parent = entry;
        for (String name : names.subList(0, names.size() - 1)) {
            JsonNode next = parent.isArray() ? element(parent, name) : parent.path(name);
            if (next.isMissingNode() && value != null && parent instanceof ObjectNode object) {
                next = object.putObject(name);
            }
            parent = next;
        }
        set(parent, names.get(names.size() - 1), value);
    }

    private void set(JsonNode parent, String name, @Nullable JsonNode value) {
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(List.of(name));
            } else {
                object.set(name, value);
            }
        } else if (parent instanceof ArrayNode array && isPlace(name) && Integer.parseInt(name) < array.size()) {
            if (value == null) {
                array.remove(Integer.parseInt(name));
            } else {
                array.set(Integer.parseInt(name), value);
            }
        } else if (parent instanceof ArrayNode array && value != null && isEnd(name, array)) {
            array.add(value);
        } else if (value != null) {
            throw new IllegalArgumentException("nothing can be set at /" + String.join("/", names));
        }
    }

    private static boolean isEnd(String name, ArrayNode array) {
        return name.equals("-") || name.equals(String.valueOf(array.size()));
    }

    private static boolean isPlace(String name) {
        return name.matches("0|[1-9][0-9]{0,8}");
    }

    private static JsonNode element(JsonNode array, String name) {
        return isPlace(name) ? array.path(Integer.parseInt(name)) : MissingNode.getInstance();
    }

    /**
     * Converts a text, number, truth value, list or map of Java to a tree.
     *
     * @throws IllegalArgumentException if it is anything else, or contains anything else
     */
    public static JsonNode value(@Nullable Object value) {
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
            list.forEach(each -> array.add(value(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((name, each) -> object.set(String.valueOf(name), value(each)));
            return object;
        }
        throw new IllegalArgumentException("a value must be a text, a number, true or false, a list or a map, not a "
                + value.getClass().getName());
    }
}
