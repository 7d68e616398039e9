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
 * A regular expression that a dialect, a fixture or a request brings, in the language of JSON Schema (ECMA 262).
 *
 * <p>It is matched in a time that grows with the text and no faster, on a stack that does not grow at all. What cannot be
 * matched so is refused when the pattern is read: see {@link EcmaSyntax}.
 */
public final class TextPattern {

    private final String text;
    private final Pattern whole;
    private final List<Ahead> ahead;

    /** What has to follow the beginning of the text, or must not. */
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
     * @throws PatternException if it is no pattern, or none that can be matched in time
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

    /** As it was written. */
    public String text() {
        return text;
    }

    public boolean hasGroup(String name) {
        return whole.namedGroups().containsKey(name);
    }

    /** Whether it is found anywhere in a text. */
    public boolean isIn(String other) {
        return ahead.stream().allMatch(each -> each.holds(other))
                && whole.matcher(other).find();
    }

    /** Whether it is all of a text. */
    public boolean matches(String other) {
        return groups(other).isPresent();
    }

    /** What the named groups are if the pattern is all of a text; nothing if it is not. */
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

    /** How many steps it takes at most to look for it in a text of so many characters. */
    public long steps(int length) {
        long size = whole.programSize()
                + ahead.stream().mapToLong(each -> each.pattern().programSize()).sum();
        return size * (length + 1L);
    }

    /**
     * Reads a pattern as ECMA 262 means it, and says the same in the language of RE2.
     *
     * <p>Both mean the same by most of it. What RE2 does not know at all is refused (backreferences, lookbehind), and so is what
     * means something else elsewhere (flags, what looks like classes within classes). A lookahead is taken where it can be asked for by itself:
     * behind the {@code ^} that a pattern begins with.
     *
     * @param pattern what is left without the lookaheads
     */
    private record EcmaSyntax(String pattern, List<Lookahead> lookaheads) {

        /**
         * What has to be at the beginning.
         *
         * @param wanted whether it has to, or must not
         */
        record Lookahead(String pattern, boolean wanted) {}

        /** @throws PatternException if it cannot be read, or cannot be said in the language of RE2 */
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
