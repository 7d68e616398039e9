package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what was told with what came, and notes each difference in a sentence. */
final class Differences {

    /** Stands in what is told for the sandbox's own URL, which nobody knows before it starts. */
    private static final String BASE = "${base}";

    private final String baseUrl;
    private final List<String> found = new ArrayList<>();

    Differences(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void compare(String what, String told, String was) {
        String resolved = told.replace(BASE, baseUrl);
        if (!resolved.equals(was)) {
            found.add(what + " is " + shown(was) + ", told was " + shown(resolved));
        }
    }

    /** Objects may have further members; all else is equal. */
    void compareAtLeast(String what, JsonNode told, JsonNode was) {
        compare(what, told, was, false);
    }

    /** Objects have the same members, in any order; all else is equal. */
    void compareExactly(String what, JsonNode told, JsonNode was) {
        compare(what, told, was, true);
    }

    private void compare(String what, JsonNode told, JsonNode was, boolean exactly) {
        if (told instanceof ObjectNode object && was.isObject()) {
            if (exactly) {
                compare(
                        "the members of " + what,
                        names(told).toString(),
                        names(was).toString());
            }
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String path = what + "." + member.getKey();
                compare(path, member.getValue(), was.path(member.getKey()), exactly);
            }
        } else if (told.isArray() && was.isArray() && told.size() == was.size()) {
            for (int index = 0; index < told.size(); index++) {
                compare(what + "[" + index + "]", told.path(index), was.path(index), exactly);
            }
        } else {
            compare(what, told.toString(), was.toString());
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
