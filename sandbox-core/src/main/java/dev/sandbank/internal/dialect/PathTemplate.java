package dev.sandbank.internal.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A path whose segments are literal or, written <code>{name}</code>, parameters, perhaps with text around them. */
public final class PathTemplate {

    private static final Pattern PARAMETER = Pattern.compile("([^{}]*)\\{([^{}]+)}([^{}]*)");

    /**
     * A part of a path between slashes.
     *
     * @param before what stands before the parameter; the whole text of a literal segment
     * @param name the parameter; empty for a literal segment
     * @param after what stands behind the parameter
     */
    private record Segment(String before, String name, String after) {

        static Segment of(String text) {
            Matcher parameter = PARAMETER.matcher(text);
            return parameter.matches()
                    ? new Segment(found(parameter, 1), found(parameter, 2), found(parameter, 3))
                    : new Segment(text, "", "");
        }

        private static String found(Matcher parameter, int group) {
            return Objects.requireNonNull(parameter.group(group));
        }

        boolean isParameter() {
            return !name.isEmpty();
        }

        /** How much literal text stands around the parameter. */
        int around() {
            return isParameter() ? before.length() + after.length() : 0;
        }

        /** Whether a decoded segment is this one: a parameter is never empty. */
        boolean fits(String text) {
            return isParameter()
                    ? text.length() > around() && text.startsWith(before) && text.endsWith(after)
                    : text.equals(before);
        }

        String value(String text) {
            return text.substring(before.length(), text.length() - after.length());
        }

        String written(String value) {
            return before + value + after;
        }

        @Override
        public String toString() {
            return isParameter() ? written("{" + name + "}") : before;
        }
    }

    private final List<Segment> segments;

    private PathTemplate(List<Segment> segments) {
        this.segments = segments;
    }

    public static PathTemplate of(String template) {
        return new PathTemplate(split(template).stream().map(Segment::of).toList());
    }

    /** Returns the decoded parameters of a raw path; empty if it is another path. */
    Optional<Map<String, String>> match(List<String> given) {
        if (given.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Segment segment = segments.get(i);
            String text = decoded(given.get(i));
            if (!segment.fits(text)) {
                return Optional.empty();
            }
            if (segment.isParameter()) {
                parameters.put(segment.name(), segment.value(text));
            }
        }
        return Optional.of(parameters);
    }

    /** How much literal text stands around parameters: of two paths that fit, the one with more is meant. */
    int around() {
        return segments.stream().mapToInt(Segment::around).sum();
    }

    String fill(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        List<String> filled = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.isParameter() && rest.isEmpty()) {
                throw new IllegalArgumentException("no value for " + segment + " of " + this);
            }
            filled.add(segment.isParameter() ? segment.written(encoded(rest.remove(0))) : segment.before());
        }
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("too many values for " + this + ": " + rest);
        }
        return String.join("/", filled);
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
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
        return segments.stream().map(Segment::toString).collect(Collectors.joining("/"));
    }
}
