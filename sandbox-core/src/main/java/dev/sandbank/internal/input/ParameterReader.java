package dev.sandbank.internal.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.Parameter.Style;
import dev.sandbank.internal.text.BoundedJson;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Converts the text of a parameter to the JSON type of its schema; a value that does not fit stays a text. */
final class ParameterReader {

    private final Components components;
    private final SchemaTypes types;

    ParameterReader(Components components) {
        this.components = components;
        this.types = new SchemaTypes(components);
    }

    /** Returns its schema, following references. */
    JsonNode schema(Parameter parameter) {
        return components.resolve(parameter.schema());
    }

    /** Whether its schema accepts values of a type. */
    boolean takes(Parameter parameter, String type) {
        return types.isOf(schema(parameter), type);
    }

    JsonNode read(Parameter parameter, List<String> texts) {
        JsonNode schema = schema(parameter);
        String text = plain(parameter, texts.get(0));
        if (parameter.style() == Style.JSON) {
            return json(text);
        }
        if (types.isOf(schema, "array")) {
            List<String> elements = parameter.repeats() ? texts : split(parameter, text);
            return types.list(schema, elements);
        }
        return types.isOf(schema, "object") ? object(parameter, schema, text) : types.typed(schema, text);
    }

    /** Reads an object whose members are separate parameters, such as {@code filter[status]=open}. */
    JsonNode read(Parameter parameter, Map<String, List<String>> members) {
        JsonNode schema = schema(parameter);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((name, texts) -> {
            List<String> steps = SchemaTypes.steps(name);
            if (steps.size() < 2 || !types.put(object, schema, steps.subList(1, steps.size()), texts)) {
                object.put(name.substring(parameter.name().length()), texts.get(0));
            }
        });
        return object;
    }

    /** Removes the prefix of a style from a value in the path. */
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

    /** Reads an object from alternating names and values, or from names with their values. */
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
            object.set(pair[0], types.typed(components.property(schema, pair[0]), pair[1]));
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

    private static JsonNode words(String text) {
        return TextNode.valueOf(text);
    }
}
