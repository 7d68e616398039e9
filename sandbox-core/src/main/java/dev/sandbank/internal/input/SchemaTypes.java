package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.text.BoundedJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts texts to the JSON types of their schemas; a value that does not fit stays a text.
 *
 * @param components the schemas that others may refer to
 */
record SchemaTypes(Components components) {

    /** An {@code int} holds any number of so many digits, and a {@code long} any that matches {@link #INTEGER}. */
    private static final int DIGITS_OF_AN_INT = 9;

    private static final Pattern INTEGER = Pattern.compile("-?([0-9]{1,18})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,6}");

    boolean isOf(JsonNode schema, String type) {
        return components.parts(schema).anyMatch(part -> says(part.path("type"), type));
    }

    private static boolean says(JsonNode types, String type) {
        return types.isArray()
                ? types.valueStream().anyMatch(each -> each.asText().equals(type))
                : types.asText().equals(type);
    }

    JsonNode typed(JsonNode schema, String text) {
        Matcher integer = INTEGER.matcher(text);
        if (isOf(schema, "integer") && integer.matches()) {
            return integer.group(1).length() > DIGITS_OF_AN_INT
                    ? LongNode.valueOf(Long.parseLong(text))
                    : IntNode.valueOf(Integer.parseInt(text));
        }
        if (isOf(schema, "number") && NUMBER.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        boolean bool = text.equals("true") || text.equals("false");
        return isOf(schema, "boolean") && bool ? BooleanNode.valueOf(text.equals("true")) : TextNode.valueOf(text);
    }

    /** Converts the elements of a list with this schema. */
    ArrayNode list(JsonNode schema, List<String> elements) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        JsonNode items = items(schema);
        elements.forEach(element -> list.add(typed(items, element)));
        return list;
    }

    private JsonNode items(JsonNode schema) {
        return components
                .parts(schema)
                .map(part -> part.path("items"))
                .filter(items -> !items.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /**
     * Splits a name such as {@code a}, {@code a[b]}, {@code a[]} or {@code a[0][b]} into its steps; empty if it is
     * invalid, or exceeds a bound of JSON.
     */
    static List<String> steps(String name) {
        int open = name.indexOf('[');
        List<String> steps = new ArrayList<>();
        steps.add(open < 0 ? name : name.substring(0, open));
        int at = steps.get(0).length();
        while (at < name.length()) {
            int close = name.indexOf(']', at);
            if (name.charAt(at) != '[' || close < 0 || steps.size() == BoundedJson.DEEPEST) {
                return List.of();
            }
            steps.add(name.substring(at + 1, close));
            at = close + 1;
        }
        boolean readable = !steps.get(0).isEmpty() && steps.stream().allMatch(SchemaTypes::isStep);
        return readable ? steps : List.of();
    }

    private static boolean isStep(String step) {
        return step.length() <= BoundedJson.LONGEST_NAME && step.indexOf('[') < 0 && step.indexOf(']') < 0;
    }

    /**
     * Sets the value that was sent under a name at the place of that name.
     *
     * @param values several are a list
     * @return false if something else stands there, or a list does not begin with 0 or has gaps
     */
    boolean put(JsonNode holder, JsonNode schema, List<String> steps, List<String> values) {
        String step = steps.get(0);
        boolean inList = holder.isArray();
        if (step.isEmpty() || (inList && !canHold(holder, step))) {
            return false;
        }
        JsonNode described = inList ? items(schema) : components.property(schema, step);
        JsonNode there = inList ? holder.path(Integer.parseInt(step)) : holder.path(step);
        List<String> rest = steps.subList(1, steps.size());
        if (rest.isEmpty() || rest.equals(List.of(""))) {
            boolean list = !rest.isEmpty() || values.size() > 1 || isOf(described, "array");
            set(holder, step, list ? list(described, values) : typed(described, values.get(0)));
            return there.isMissingNode();
        }
        if (!there.isMissingNode()) {
            return there.isContainerNode() && put(there, described, rest, values);
        }
        boolean list = isOf(described, "array") && INDEX.matcher(rest.get(0)).matches();
        JsonNode inner = list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        set(holder, step, inner);
        return put(inner, described, rest, values);
    }

    private static boolean canHold(JsonNode list, String index) {
        return INDEX.matcher(index).matches() && Integer.parseInt(index) <= list.size();
    }

    private static void set(JsonNode holder, String step, JsonNode value) {
        if (holder instanceof ArrayNode list) {
            list.add(value);
        } else {
            ((ObjectNode) holder).set(step, value);
        }
    }
}
