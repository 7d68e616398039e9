package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/** Values as templates: what would be a blank or a choice there no longer is. */
final class Literals {

    private static final Pattern FACT = Pattern.compile("[A-Za-z0-9_-]+");

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.\\[\\]-]+");

    private Literals() {}

    static JsonNode of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().contains("${")
                    ? TextNode.valueOf(value.textValue().replace("${", "{"))
                    : value;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(element -> copy.add(of(element)));
            return copy;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().stream()
                    .filter(member -> !member.getKey().startsWith("$"))
                    .forEach(member -> copy.set(member.getKey(), of(member.getValue())));
            return copy;
        }
        return value;
    }

    /** Whether a blank can name a member. */
    static boolean isFact(String member) {
        return FACT.matcher(member).matches();
    }

    /** Whether a blank can name a parameter: {@code created[from]} as well. */
    static boolean isParameter(String name) {
        return PARAMETER.matcher(name).matches();
    }

    static TextNode blank(String fact) {
        return TextNode.valueOf("${" + fact + "}");
    }
}
