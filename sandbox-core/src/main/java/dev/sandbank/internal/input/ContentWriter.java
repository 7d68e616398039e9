package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes content as an operation accepts it: as JSON or as a form, whichever comes first. */
public final class ContentWriter {

    private ContentWriter() {}

    public static String write(Operation.Content content, JsonNode body) {
        if (!isForm(content)) {
            return body.toString();
        }
        List<String> pairs = new ArrayList<>();
        body.properties().forEach(member -> add(pairs, member.getKey(), member.getValue()));
        return String.join("&", pairs);
    }

    /** Returns the content as it arrives: a form has only texts, and neither null nor empty lists and objects. */
    public static JsonNode asSent(Operation.Content content, JsonNode body) {
        return isForm(content) && body.isObject()
                ? ContentReader.find(content, ContentReader.FORM, write(content, body))
                        .orElse(body)
                : body;
    }

    /** Whether it is sent as a form. */
    public static boolean isForm(Operation.Content content) {
        return content.mediaType().equals(ContentReader.FORM);
    }

    private static void add(List<String> pairs, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(pairs, name + "[" + member.getKey() + "]", member.getValue()));
        } else if (value.isArray()) {
            boolean plain = value.valueStream().allMatch(JsonNode::isValueNode);
            for (int i = 0; i < value.size(); i++) {
                add(pairs, name + (plain ? "[]" : "[" + i + "]"), value.get(i));
            }
        } else if (!value.isNull()) {
            pairs.add(escaped(name) + "=" + escaped(value.asText()));
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%5B", "[")
                .replace("%5D", "]");
    }
}
