package dev.sandbank.internal.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.Parameter.Style;
import dev.sandbank.internal.text.BoundedJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Gives the text of a parameter the JSON type that its schema asks for; what does not fit stays text. */
final class ParameterReader {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern MEMBER = Pattern.compile("\\[([^\\[\\]]{1,100})]");

    private final Components components;

    ParameterReader(Components components) {
        this.components = components;
    }

    /** Its schema, wherever it stands. */
    JsonNode schema(Parameter parameter) {
        return components.resolve(parameter.schema());
    }

    /** Whether its schema takes values of a type. */
    boolean takes(Parameter parameter, String type) {
        return isOf(schema(parameter), type);
    }

    JsonNode read(Parameter parameter, List<String> texts) {
        JsonNode schema = schema(parameter);
        String text = plain(parameter, texts.get(0));
        if (parameter.style() == Style.JSON) {
            return json(text);
        }
        if (isOf(schema, "array")) {
            List<String> elements = parameter.repeats() ? texts : split(parameter, text);
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> list.add(typed(components.resolve(schema.path("items")), element)));
            return list;
        }
        return isOf(schema, "object") ? object(parameter, schema, text) : typed(schema, text);
    }

    /** An object whose members are parameters by themselves, such as {@code filter[status]=open}. */
    JsonNode read(Parameter parameter, Map<String, List<String>> members) {
        JsonNode schema = schema(parameter);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((name, texts) -> {
            Matcher member = MEMBER.matcher(name.substring(parameter.name().length()));
            if (member.matches()) {
                String key = member.group(1);
                JsonNode described = components.property(schema, key);
                if (texts.size() == 1 && !isOf(described, "array")) {
                    object.set(key, typed(described, texts.get(0)));
                } else {
                    ArrayNode list = object.putArray(key);
                    texts.forEach(text -> list.add(typed(components.resolve(described.path("items")), text)));
                }
            } else {
                object.put(name.substring(parameter.name().length()), texts.get(0));
            }
        });
        return object;
    }

    /** Without what a style puts before a value in the path. */
    private static String plain(Parameter parameter, String text) {
        String start = switch (parameter.style()) {
            case LABEL -> ".";
            case MATRIX -> ";" + parameter.name() + "=";
            default -> "";
        };
        return text.startsWith(start) ? text.substring(start.length()) : text;
    }

    private static List<String> split(Parameter parameter, String text) {
        boolean exploded = Boolean.TRUE.equals(parameter.explode());
        String separator = exploded && parameter.style() == Style.LABEL
                ? "."
                : exploded && parameter.style() == Style.MATRIX ? ";" + parameter.name() + "=" : parameter.separator();
        List<String> elements = List.of(text.split(Pattern.quote(separator), -1));
        return parameter.in().equals("header")
                ? elements.stream().map(String::strip).toList()
                : elements;
    }

    /** Names and values by turns, or each name with its value. */
    private JsonNode object(Parameter parameter, JsonNode schema, String text) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> parts = split(parameter, text);
        boolean exploded = Boolean.TRUE.equals(parameter.explode());
        if (!exploded && parts.size() % 2 != 0) {
            return words(text);
        }
        for (int i = 0; i < parts.size(); i += exploded ? 1 : 2) {
            String[] pair = exploded ? parts.get(i).split("=", 2) : new String[] {parts.get(i), parts.get(i + 1)};
            if (pair.length == 1) {
                return words(text);
            }
            object.set(pair[0], typed(components.property(schema, pair[0]), pair[1]));
        }
        return object;
    }

    private static JsonNode json(String text) {
        try {
            return BoundedJson.read(text);
        } catch (JsonProcessingException stays) {
            return words(text);
        }
    }

    private static boolean isOf(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(each -> each.asText().equals(type))
                : types.asText().equals(type);
    }

    private static JsonNode typed(JsonNode schema, String text) {
        if (isOf(schema, "integer") && INTEGER.matcher(text).matches()) {
            return IntNode.valueOf(Integer.parseInt(text));
        }
        if (isOf(schema, "number") && NUMBER.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        boolean bool = text.equals("true") || text.equals("false");
        return isOf(schema, "boolean") && bool ? BooleanNode.valueOf(text.equals("true")) : words(text);
    }

    private static JsonNode words(String text) {
        return TextNode.valueOf(text);
    }
}
