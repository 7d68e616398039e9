package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes JSON for people: what fits on a line stands on one. */
final class JsonLines {

    private static final String INDENT = "  ";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private JsonLines(int width) {
        this.width = width;
    }

    static List<String> of(JsonNode node, int width) {
        JsonLines json = new JsonLines(width);
        json.write("", node, "");
        return json.lines;
    }

    /**
     * @param start what stands before the value on its first line: indentation, perhaps a name
     * @param end what stands after it on its last line: perhaps a comma
     */
    private void write(String start, JsonNode node, String end) {
        String flat = flat(node);
        if (node.isValueNode() || node.isEmpty() || start.length() + flat.length() + end.length() <= width) {
            lines.add(WrappedLines.cut(start + flat, width - end.length()) + end);
            return;
        }
        String indent = start.substring(0, start.length() - start.stripLeading().length());
        lines.add(start + (node.isObject() ? "{" : "["));
        if (node.isObject()) {
            writeMembers(indent + INDENT, node);
        } else {
            writeElements(indent + INDENT, node);
        }
        lines.add(indent + (node.isObject() ? "}" : "]") + end);
    }

    private void writeMembers(String indent, JsonNode object) {
        for (Iterator<Map.Entry<String, JsonNode>> all = object.properties().iterator(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> member = all.next();
            write(indent + name(member.getKey()), member.getValue(), all.hasNext() ? "," : "");
        }
    }

    private void writeElements(String indent, JsonNode array) {
        List<String> plain = new ArrayList<>();
        for (Iterator<JsonNode> all = array.iterator(); all.hasNext(); ) {
            JsonNode element = all.next();
            String end = all.hasNext() ? "," : "";
            if (element.isValueNode()) {
                plain.add(element + end);
            } else {
                flush(indent, plain);
                write(indent, element, end);
            }
        }
        flush(indent, plain);
    }

    /** Plain values share lines. */
    private void flush(String indent, List<String> plain) {
        if (!plain.isEmpty()) {
            WrappedLines.join(plain, " ", width - indent.length()).forEach(line -> lines.add(indent + line));
            plain.clear();
        }
    }

    private static String flat(JsonNode node) {
        if (node.isObject()) {
            StringJoiner members = new StringJoiner(", ", "{", "}");
            node.properties().forEach(member -> members.add(name(member.getKey()) + flat(member.getValue())));
            return members.toString();
        }
        if (node.isArray()) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            node.forEach(element -> elements.add(flat(element)));
            return elements.toString();
        }
        return node.toString();
    }

    private static String name(String member) {
        return TextNode.valueOf(member) + ": ";
    }
}
