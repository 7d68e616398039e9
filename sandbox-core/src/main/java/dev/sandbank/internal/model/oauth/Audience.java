package dev.sandbank.internal.model.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The audience of tokens (RFC 7519 §4.1.3).
 *
 * @param names resources by their names, such as URLs; empty if not given
 * @param isList whether it is a list even if it has one element
 */
public record Audience(List<String> names, boolean isList) {

    public static final Audience NONE = new Audience(List.of(), false);

    public static Audience of(List<String> names) {
        return new Audience(List.copyOf(names), names.size() > 1);
    }

    /** Reads an audience from a fixture or a token: a text or a list of texts; empty if it is neither. */
    public static Audience of(JsonNode said) {
        List<String> names = new ArrayList<>();
        said.forEach(name -> names.add(name.asText()));
        return said.isTextual() ? of(List.of(said.textValue())) : new Audience(names, true);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns it as a token has it. */
    public JsonNode value() {
        if (!isList) {
            return TextNode.valueOf(String.join(" ", names));
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        names.forEach(list::add);
        return list;
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
