package dev.sandbank.internal.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A regular expression from a dialect, a fixture or a request, in the language of JSON Schema (ECMA 262).
 *
 * <p>Matching takes time in proportion to the text, and constant stack. Patterns that cannot be matched this way are
 * refused when they are read: see {@link EcmaSyntax}.
 */
public final class TextPattern {

    private final String text;
    private final Pattern whole;
    private final List<Ahead> ahead;

    /** A pattern that must, or must not, match at the beginning of the text. */
    private record Ahead(Pattern pattern, boolean wanted) {

        boolean holds(String text) {
            return pattern.matcher(text).find() == wanted;
        }
    }

    private TextPattern(String text, Pattern whole, List<Ahead> ahead) {
        this.text = text;
        this.whole = whole;
        this.ahead = ahead;
    }

    /**
     * Reads a pattern.
     *
     * @throws PatternException if it is invalid, or cannot be matched in time
     */
    public static TextPattern of(String text) {
        EcmaSyntax read = EcmaSyntax.read(text);
        try {
            return new TextPattern(
                    text,
                    Pattern.compile(read.pattern()),
                    read.lookaheads().stream()
                            .map(each -> new Ahead(Pattern.compile(each.pattern()), each.wanted()))
                            .toList());
        } catch (PatternSyntaxException bad) {
            throw new PatternException(bad.getDescription());
        }
    }

    /** Returns the pattern as it was written. */
    public String text() {
        return text;
    }

    public boolean hasGroup(String name) {
        return whole.namedGroups().containsKey(name);
    }

    /** Whether it matches anywhere in a text. */
    public boolean isIn(String other) {
        return ahead.stream().allMatch(each -> each.holds(other))
                && whole.matcher(other).find();
    }

    /** Whether it matches a whole text. */
    public boolean matches(String other) {
        return groups(other).isPresent();
    }

    /** Returns the named groups if the pattern matches a whole text; otherwise empty. */
    public Optional<Map<String, String>> groups(String other) {
        Matcher matcher = whole.matcher(other);
        if (!ahead.stream().allMatch(each -> each.holds(other)) || !matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> groups = new TreeMap<>();
        whole.namedGroups().keySet().stream()
                .filter(name -> matcher.group(name) != null)
                .forEach(name -> groups.put(name, matcher.group(name)));
        return Optional.of(groups);
    }

    /** Returns how many steps a search in a text of this length takes at most. */
    public long steps(int length) {
        long size = whole.programSize()
                + ahead.stream().mapToLong(each -> each.pattern().programSize()).sum();
        return size * (length + 1L);
    }

    /**
     * Parses a pattern of ECMA 262 and translates it to RE2.
     *
     * <p>Most syntax means the same in both. It refuses syntax that RE2 does not have (backreferences, lookbehind), or
     * that means something else in other dialects (flags, apparent classes within classes). It accepts a lookahead
     * where it can be checked separately: after the {@code ^} at the beginning of a pattern.
     *
     * @param pattern the pattern without its lookaheads
     */
    private record EcmaSyntax(String pattern, List<Lookahead> lookaheads) {

        /**
         * A pattern for the beginning of the text.
         *
         * @param wanted whether it must match, or must not
         */
        record Lookahead(String pattern, boolean wanted) {}

        /** @throws PatternException if it cannot be parsed, or cannot be translated to RE2 */
        static EcmaSyntax read(String text) {
            EcmaReader reader = new EcmaReader(text);
            List<Lookahead> lookaheads = new ArrayList<>();
            String start = reader.skip("^") ? "^" : "";
            while (!start.isEmpty() && reader.isAtLookahead()) {
                boolean wanted = reader.skip("(?=") || !reader.skip("(?!");
                lookaheads.add(new Lookahead("^(?:" + reader.sequence() + ")", wanted));
                reader.require(")", "found no end of a group");
            }
            String rest = reader.sequence();
            if (!reader.isAtEnd()) {
                throw new PatternException("found \")\" without a group");
            }
            if (reader.hadAlternatives() && !lookaheads.isEmpty()) {
                throw new PatternException("a lookahead before alternatives is not supported: put them into a group");
            }
            return new EcmaSyntax(start + rest, lookaheads);
        }
    }
}
