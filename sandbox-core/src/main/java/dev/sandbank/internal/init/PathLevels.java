package dev.sandbank.internal.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries that a path leads through: {@code /accounts/{accountId}/payments} leads through an account to payments.
 *
 * @param levels the entries that its parameters name, the outermost first
 * @param tail the last word that no parameter follows; empty if the path ends with a parameter
 * @param key the path, whatever its parameters are called
 */
record PathLevels(List<Level> levels, String tail, String key) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

    /** What some banks write behind every path, and no other path differs by. */
    private static final Pattern SUFFIX = Pattern.compile("\\.(json|xml)$");

    private static final Pattern VERSION = Pattern.compile("v[0-9]+([._][0-9]+)*");

    /**
     * An entry that a parameter names.
     *
     * @param name the word before the parameter
     * @param key the path of the collection it is in, whatever its parameters are called
     * @param parameter the parameter, or the member of the content
     * @param in {@code path}, or {@code body} if the content names it
     */
    record Level(String name, String key, String parameter, String in) {

        Level(String name, String key, String parameter) {
            this(name, key, parameter, "path");
        }

        boolean isOfPath() {
            return in.equals("path");
        }
    }

    /** @param isId whether a parameter names an entry; one that chooses among given words does not */
    static PathLevels of(String path, Predicate<String> isId) {
        List<Level> levels = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        String tail = "";
        String before = "";
        for (String segment : SUFFIX.matcher(path).replaceFirst("").substring(1).split("/", -1)) {
            Matcher parameter = PARAMETER.matcher(segment);
            String name = parameter.find() ? Objects.requireNonNull(parameter.group(1)) : "";
            boolean names = !name.isEmpty() && isId.test(name);
            if (names) {
                levels.add(new Level(before.isEmpty() ? Words.ofParameter(name) : before, key.toString(), name));
            }
            before = name.isEmpty() && !isVersion(segment) ? segment : "";
            tail = names ? "" : name.isEmpty() ? segment : tail;
            key.append('/').append(name.isEmpty() ? segment : "{}");
        }
        return new PathLevels(List.copyOf(levels), tail, key.toString());
    }

    /** Whether a segment tells versions apart, and names no entries. */
    static boolean isVersion(String segment) {
        return VERSION.matcher(segment).matches();
    }

    /** Whether it ends with an entry. */
    boolean isOfEntry() {
        return !levels.isEmpty() && tail.isEmpty();
    }
}
