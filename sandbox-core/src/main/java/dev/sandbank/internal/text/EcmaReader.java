package dev.sandbank.internal.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a pattern once, from the beginning to the end, and translates it to RE2. */
final class EcmaReader {

    /** The most positions of a pattern once its counts are expanded: each is a state of the matching. */
    private static final int LARGEST = 2_000;

    private static final int DEEPEST = 50;
    private static final String ANY = "[^\\n\\r\\x{2028}\\x{2029}]";
    private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,4})(,([0-9]{0,4}))?}");
    private static final Pattern NAMED = Pattern.compile("\\(\\?<([A-Za-z_][A-Za-z0-9_]{0,60})>");

    private final String text;
    private final Deque<Long> outer = new ArrayDeque<>();
    private StringBuilder said = new StringBuilder();
    private int at;
    private long size;
    private long last;
    private boolean alternatives;

    EcmaReader(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    boolean isAtLookahead() {
        return isAt("(?=") || isAt("(?!");
    }

    /** Whether the last part had alternatives outside of groups. */
    boolean hadAlternatives() {
        return alternatives;
    }

    private boolean isAt(String other) {
        return text.startsWith(other, at);
    }

    boolean skip(String other) {
        boolean there = isAt(other);
        at += there ? other.length() : 0;
        return there;
    }

    void require(String other, String otherwise) {
        if (!skip(other)) {
            throw new PatternException(otherwise);
        }
    }

    /** Reads up to the end, or to the end of the enclosing group. */
    String sequence() {
        said = new StringBuilder();
        alternatives = false;
        while (!isAtEnd() && !(isAt(")") && outer.isEmpty())) {
            next();
        }
        if (!outer.isEmpty()) {
            throw new PatternException("found no end of a group");
        }
        return said.toString();
    }

    private void next() {
        char letter = text.charAt(at);
        alternatives |= letter == '|' && outer.isEmpty();
        switch (letter) {
            case '(' -> open();
            case ')' -> close();
            case '[' -> characters();
            case '{' -> count();
            case '.' -> say(1, ANY);
            case '\\' -> escape(false);
            default -> say(1, String.valueOf(letter));
        }
    }

    private void say(int read, String meaning) {
        at += read;
        said.append(meaning);
        grow(1);
    }

    private void grow(long by) {
        size += by;
        last = by;
        if (size > LARGEST) {
            throw new PatternException("it has more than " + LARGEST + " positions once its counts are written out");
        }
    }

    private void open() {
        Matcher named = NAMED.matcher(text).region(at, text.length());
        if (named.lookingAt()) {
            said.append("(?P<").append(named.group(1)).append('>');
            at = named.end();
        } else if (skip("(?:")) {
            said.append("(?:");
        } else if (isAtLookahead()) {
            throw new PatternException("a lookahead is supported only behind the ^ that a pattern begins with");
        } else if (isAt("(?")) {
            throw new PatternException("a group that begins with (? must begin with (?: or (?<name>");
        } else {
            at++;
            said.append('(');
        }
        outer.push(size);
        size = 1;
        if (outer.size() > DEEPEST) {
            throw new PatternException("it has more than " + DEEPEST + " groups within each other");
        }
    }

    private void close() {
        at++;
        said.append(')');
        long inner = size;
        size = outer.pop();
        grow(inner);
    }

    private void count() {
        Matcher count = COUNT.matcher(text).region(at, text.length());
        if (!count.lookingAt()) {
            throw new PatternException("found \"{\" without a count, expected \"\\{\", or a count up to 1000");
        }
        String least = count.group(1);
        String most = count.group(3) == null || count.group(3).isEmpty() ? least : count.group(3);
        int times = Math.max(1, Integer.parseInt(most));
        long once = last;
        grow(once * (times - 1));
        last = once * times;
        said.append(count.group());
        at = count.end();
    }

    private void characters() {
        at++;
        said.append(skip("^") ? "[^" : "[");
        if (isAt("]")) {
            throw new PatternException("found an empty class of characters, expected \"\\]\" if \"]\" is meant");
        }
        while (!isAtEnd() && !isAt("]")) {
            character();
        }
        require("]", "found no end of a class of characters");
        said.append(']');
        grow(1);
    }

    private void character() {
        if (isAt("[:") || isAt("&&[")) {
            throw new PatternException("classes within classes are not supported: write \"\\[\" and \"\\&\"");
        }
        if (isAt("\\")) {
            escape(true);
        } else if (skip("[")) {
            said.append("\\[");
        } else {
            said.append(text.charAt(at++));
        }
    }

    private void escape(boolean inClass) {
        EcmaEscape escape = EcmaEscape.read(text, at, inClass);
        said.append(escape.meaning());
        at = escape.end();
        grow(inClass ? 0 : 1);
    }

    /**
     * An escape of a pattern, translated to RE2.
     *
     * @param end where the rest of the pattern begins
     */
    private record EcmaEscape(String meaning, int end) {

        /** White space and line terminators of ECMA 262, inside of a class. */
        private static final String SPACE =
                "\\x{9}-\\x{D}\\x{20}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";

        private static final String NO_SPACE =
                "\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{21}-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}"
                        + "\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}";

        private static final Pattern ZERO = Pattern.compile("\\\\0(?![0-9])");
        private static final Pattern PROPERTY = Pattern.compile("\\\\([pP])\\{(?:[A-Za-z_]{1,30}=)?([A-Za-z_]{1,40})}");
        private static final Pattern CODE =
                Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\\{([0-9A-Fa-f]{1,6})})");
        private static final Pattern PAIR =
                Pattern.compile("\\\\u([dD][89abAB][0-9A-Fa-f]{2})\\\\u([dD][c-fC-F][0-9A-Fa-f]{2})");

        static EcmaEscape read(String text, int at, boolean inClass) {
            if (at + 1 == text.length()) {
                throw new PatternException("found a backslash at the end");
            }
            char letter = text.charAt(at + 1);
            boolean same = !Character.isLetterOrDigit(letter) || "dDwWtnrfv".indexOf(letter) >= 0;
            if (same || (!inClass && (letter == 'b' || letter == 'B'))) {
                return new EcmaEscape("\\" + letter, at + 2);
            }
            return switch (letter) {
                case 's' -> new EcmaEscape(inClass ? SPACE : "[" + SPACE + "]", at + 2);
                case 'S' -> new EcmaEscape(inClass ? NO_SPACE : "[" + NO_SPACE + "]", at + 2);
                case 'b' -> new EcmaEscape("\\x{8}", at + 2);
                case 'p', 'P' -> property(found(PROPERTY, text, at));
                case 'x', 'u' -> code(text, at);
                case '0' -> new EcmaEscape("\\x{0}", found(ZERO, text, at).end());
                default -> throw unknown(letter);
            };
        }

        private static Matcher found(Pattern form, String text, int at) {
            Matcher matcher = form.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (!matcher.lookingAt()) {
                throw unknown(text.charAt(at + 1));
            }
            return matcher;
        }

        private static PatternException unknown(char letter) {
            boolean refers = Character.isDigit(letter) || letter == 'k';
            return new PatternException(
                    "\\" + letter + " is not supported" + (refers ? ": it refers to what was matched before" : ""));
        }

        /** Translates categories and scripts, by their Unicode names. */
        private static EcmaEscape property(Matcher property) {
            return new EcmaEscape("\\" + property.group(1) + "{" + property.group(2) + "}", property.end());
        }

        private static EcmaEscape code(String text, int at) {
            Matcher pair = PAIR.matcher(text).region(at, text.length());
            if (pair.lookingAt()) {
                char high = (char) Integer.parseInt(pair.group(1), 16);
                char low = (char) Integer.parseInt(pair.group(2), 16);
                return new EcmaEscape("\\x{" + Integer.toHexString(Character.toCodePoint(high, low)) + "}", pair.end());
            }
            Matcher code = found(CODE, text, at);
            return new EcmaEscape("\\x{" + code.group().replaceAll("[^0-9A-Fa-f]", "") + "}", code.end());
        }
    }
}
