package dev.sandbank.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backslash of a pattern with what belongs to it, said in the language of RE2.
 *
 * @param end where the rest of the pattern begins
 */
record EcmaEscape(String meaning, int end) {

    /** What ECMA 262 calls white space and line terminators, inside of a class. */
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

    /** Categories and scripts, by the names that Unicode gives them. */
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
