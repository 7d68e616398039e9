package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.text.BoundedJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request parameter that an operation reads.
 *
 * @param name its name
 * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param required whether its absence is an error
 * @param combine whether repeated values are joined into one, header fields by commas (RFC 9110 §5.3), instead of
 * being an error
 * @param style how lists and objects are written (OpenAPI 3.1.1, Parameter Object), or {@code json} for a text of JSON
 * @param explode whether each element of a list, and each member of an object, is written by itself; by default where
 * the style is {@code form}
 * @param schema a JSON Schema for its value, with the default if it has one
 */
public record Parameter(
        String name,
        String in,
        boolean required,
        boolean combine,
        Style style,
        @Nullable Boolean explode,
        JsonNode schema) {

    /** How values are written. */
    public enum Style {
        FORM("form"),
        SIMPLE("simple"),
        SPACE_DELIMITED("spaceDelimited"),
        PIPE_DELIMITED("pipeDelimited"),
        DEEP_OBJECT("deepObject"),
        LABEL("label"),
        MATRIX("matrix"),
        JSON("json");

        private final String word;

        Style(String word) {
            this.word = word;
        }

        /** Returns its name in OpenAPI. */
        @Override
        public String toString() {
            return word;
        }
    }

    public Parameter {
        style = style == null ? usual(in) : style;
        explode = explode == null ? Boolean.valueOf(style == Style.FORM) : explode;
    }

    private static Style usual(String in) {
        return in.equals("query") || in.equals("cookie") ? Style.FORM : Style.SIMPLE;
    }

    /** Whether it reads a query parameter of this name. */
    boolean reads(String sent) {
        return in.equals("query") && (sent.equals(name) || (style == Style.DEEP_OBJECT && sent.startsWith(name + "[")));
    }

    /** Returns the separator between the elements of a list in one text. */
    public String separator() {
        return switch (style) {
            case SPACE_DELIMITED -> " ";
            case PIPE_DELIMITED -> "|";
            default -> ",";
        };
    }

    /** Returns a value as it is sent: under its own name, or each member of an object under its own. */
    public Map<String, String> written(String value) {
        if (style != Style.DEEP_OBJECT) {
            return Map.of(name, value);
        }
        Map<String, String> members = new LinkedHashMap<>();
        BoundedJson.find(value)
                .ifPresent(object -> object.properties()
                        .forEach(member -> members.put(
                                name + "[" + member.getKey() + "]",
                                member.getValue().asText())));
        return members.isEmpty() ? Map.of(name, value) : members;
    }

    /** Whether each element of a list is sent as a parameter of its own. */
    public boolean repeats() {
        return Boolean.TRUE.equals(explode) && (in.equals("query") || in.equals("cookie"));
    }
}
