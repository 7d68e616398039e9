package dev.sandbank.internal.init;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The entries that a path leads through: {@code /accounts/{accountId}/payments} leads through an account to payments.
 *
 * @param levels the entries that its parameters name, the outermost first
 * @param tail the last word that no parameter follows; empty if the path ends with a parameter
 * @param key the path, whatever its parameters are called
 */
record PathLevels(List<Level> levels, String tail, String key) {

    /**
     * An entry that a parameter names.
     *
     * @param name the word before the parameter
     * @param key the path of the collection it is in, whatever its parameters are called
     * @param parameter the parameter
     */
    record Level(String name, String key, String parameter) {}

    /** @param isId whether a parameter names an entry; one that chooses among given words does not */
    static PathLevels of(String path, Predicate<String> isId) {
        List<Level> levels = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        String word = "";
        for (String segment : path.replaceFirst("^/", "").split("/", -1)) {
            boolean blank = segment.startsWith("{") && segment.endsWith("}");
            String name = blank ? segment.substring(1, segment.length() - 1) : "";
            if (blank && isId.test(name)) {
                levels.add(new Level(word.isEmpty() ? Words.camel(name) : word, key.toString(), name));
                word = "";
            } else if (!blank) {
                word = segment;
            }
            key.append('/').append(blank ? "{}" : segment);
        }
        return new PathLevels(List.copyOf(levels), word, key.toString());
    }

    /** Whether it ends with an entry. */
    boolean isOfEntry() {
        return !levels.isEmpty() && tail.isEmpty();
    }
}
