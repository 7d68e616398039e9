package dev.sandbank.internal.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path whose segments are literal or, written <code>{name}</code>, parameters. */
public final class PathTemplate {

    private final List<String> segments;

    private PathTemplate(List<String> segments) {
        this.segments = segments;
    }

    public static PathTemplate of(String template) {
        return new PathTemplate(split(template));
    }

    /** Returns the decoded parameters of a raw path; empty if it is another path. */
    Optional<Map<String, String>> match(List<String> given) {
        if (given.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String segment = segments.get(i);
            String text = decoded(given.get(i));
            if (isParameter(segment) && !text.isEmpty()) {
                parameters.put(name(segment), text);
            } else if (!segment.equals(text)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    String fill(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        List<String> filled = new ArrayList<>();
        for (String segment : segments) {
            if (isParameter(segment) && rest.isEmpty()) {
                throw new IllegalArgumentException("no value for " + segment + " of " + this);
            }
            filled.add(isParameter(segment) ? encoded(rest.remove(0)) : segment);
        }
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("too many values for " + this + ": " + rest);
        }
        return String.join("/", filled);
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    /** Decodes escapes, which are well-formed, as the server has checked; a plus sign in a path is a plus sign. */
    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
