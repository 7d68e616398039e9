package dev.sandbank.internal.model.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom tokens are for (RFC 7519 §4.1.3).
 *
 * @param names resources by their names, such as URLs; none where that was not said
 * @param isList whether it is a list even of one
 */
public record Audience(List<String> names, boolean isList) {

    public static final Audience NONE = new Audience(List.of(), false);

    public static Audience of(List<String> names) {
        return new Audience(List.copyOf(names), names.size() > 1);
    }

    /** As it stands in a fixture or a token: a text or a list of texts; nothing if there is neither. */
    public static Audience of(JsonNode said) {
        List<String> names = new ArrayList<>();
        said.forEach(name -> names.add(name.asText()));
        return said.isTextual() ? of(List.of(said.textValue())) : new Audience(names, true);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** As it stands in a token. */
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
