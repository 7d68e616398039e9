package dev.sandbank.internal.init;

import dev.sandbank.internal.fixture.problem.Quoting;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.text.PatternException;
import dev.sandbank.internal.text.TextPattern;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the patterns of a description that cannot be matched in linear time, or are none. */
final class UnusablePatterns {

    private static final String PATTERN = "pattern";

    private UnusablePatterns() {}

    /** Returns their places, each with what is wrong. */
    static Map<JsonLocation, String> in(JsonLocation root) {
        Map<JsonLocation, String> found = new LinkedHashMap<>();
        find(root, found);
        return found;
    }

    private static void find(JsonLocation part, Map<JsonLocation, String> found) {
        part.text(PATTERN).ifPresent(text -> {
            try {
                TextPattern.of(text);
            } catch (PatternException bad) {
                found.put(part.at(PATTERN), Quoting.noPattern(text, bad));
            }
        });
        part.elements().forEach(element -> find(element, found));
        part.names().stream()
                .map(part::at)
                .filter(member -> member.value().isContainerNode())
                .forEach(member -> find(member, found));
    }
}
