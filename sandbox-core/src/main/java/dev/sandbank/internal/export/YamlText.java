package dev.sandbank.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a tree as YAML 1.2: short values stay on one line, and no text can be mistaken for another type. */
public final class YamlText {

    private static final int WIDTH = 120;

    /** The longest name without an explicit mark: YAML looks no further ahead. */
    private static final int LONGEST_NAME = 100;

    /** The longest unquoted text: matching {@link #PLAIN} repeatedly costs stack. */
    private static final int LONGEST_PLAIN = 200;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][-A-Za-z0-9_./]*( [A-Za-z0-9][-A-Za-z0-9_./]*)*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    public static String of(ObjectNode root) {
        YamlText text = new YamlText();
        for (Map.Entry<String, JsonNode> member : root.properties()) {
            text.member(member.getKey(), member.getValue(), "");
        }
        return text.out.toString();
    }

    private void member(String name, JsonNode value, String indent) {
        if (name.length() > LONGEST_NAME) {
            out.append(indent).append("? ").append(scalar(name)).append('\n');
            out.append(indent)
                    .append(": ")
                    .append(flow(value, Integer.MAX_VALUE))
                    .append('\n');
            return;
        }
        out.append(indent).append(scalar(name)).append(':');
        boolean listed = indent.isEmpty() && value.isArray() && !value.isEmpty();
        String line = listed ? "" : flow(value, isSimple(value) ? Integer.MAX_VALUE : WIDTH);
        if (!listed && (indent.length() + name.length() + line.length() < WIDTH || isSimple(value))) {
            out.append(' ').append(line).append('\n');
        } else {
            out.append('\n');
            children(value, indent + "  ");
        }
    }

    private void children(JsonNode value, String indent) {
        if (value instanceof ArrayNode array) {
            array.forEach(element -> element(element, indent));
        } else {
            value.properties().forEach(member -> member(member.getKey(), member.getValue(), indent));
        }
    }

    private void element(JsonNode element, String indent) {
        String line = flow(element, isSimple(element) ? Integer.MAX_VALUE : WIDTH);
        if (indent.length() + line.length() < WIDTH || isSimple(element)) {
            out.append(indent).append("- ").append(line).append('\n');
            return;
        }
        int start = out.length();
        children(element, indent + "  ");
        out.replace(start + indent.length(), start + indent.length() + 1, "-");
    }

    private static boolean isSimple(JsonNode value) {
        return value.isValueNode() || value.isEmpty();
    }

    /**
     * Returns a value on one line.
     *
     * @param most where it may stop, because a longer line is of no use
     */
    private static String flow(JsonNode value, int most) {
        StringBuilder line = new StringBuilder();
        flow(value, line, most);
        return line.toString();
    }

    private static void flow(JsonNode value, StringBuilder line, int most) {
        if (value instanceof ObjectNode object) {
            String before = "{";
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (line.length() > most) {
                    return;
                }
                line.append(before).append(name(member.getKey())).append(": ");
                flow(member.getValue(), line, most);
                before = ", ";
            }
            line.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof ArrayNode array) {
            String before = "[";
            for (JsonNode element : array) {
                if (line.length() > most) {
                    return;
                }
                line.append(before);
                flow(element, line, most);
                before = ", ";
            }
            line.append(array.isEmpty() ? "[]" : "]");
        } else {
            line.append(value.isTextual() ? scalar(value.textValue()) : value.asText());
        }
    }

    private static String name(String text) {
        return text.length() > LONGEST_NAME ? "? " + scalar(text) + " " : scalar(text);
    }

    private static String scalar(String text) {
        boolean plain = text.length() <= LONGEST_PLAIN
                && PLAIN.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (isPrintable(text, i)) {
                quoted.append(character);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether every YAML reader accepts the character as it is. */
    private static boolean isPrintable(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return (character >= ' ' && character <= '~')
                || (Character.isDefined(character)
                        && character > '\u00A0'
                        && character < '\uFFFE'
                        && character != '\uFEFF'
                        && !Character.isSpaceChar(character)
                        && !Character.isISOControl(character));
    }
}
