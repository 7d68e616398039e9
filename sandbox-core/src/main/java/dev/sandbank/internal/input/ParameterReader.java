package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.Parameter;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Gives the text of a parameter the JSON type that its schema asks for; what does not fit stays text. */
final class ParameterReader {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private ParameterReader() {}

    static JsonNode read(Parameter parameter, String text) {
        String separator = parameter.list();
        if (separator == null) {
            return typed(parameter.schema(), text);
        }
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        for (String element : text.split(Pattern.quote(separator), -1)) {
            elements.add(typed(parameter.schema().path("items"), element));
        }
        return elements;
    }

    private static JsonNode typed(JsonNode schema, String text) {
        return switch (schema.path("type").asText()) {
            case "integer" -> INTEGER.matcher(text).matches() ? IntNode.valueOf(Integer.parseInt(text)) : words(text);
            case "number" -> NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : words(text);
            case "boolean" ->
                text.equals("true") || text.equals("false") ? BooleanNode.valueOf(text.equals("true")) : words(text);
            default -> words(text);
        };
    }

    private static JsonNode words(String text) {
        return TextNode.valueOf(text);
    }
}
