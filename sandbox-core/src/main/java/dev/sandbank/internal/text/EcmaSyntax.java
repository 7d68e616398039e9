package dev.sandbank.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a pattern as ECMA 262 means it, and says the same in the language of RE2.
 *
 * <p>Both mean the same by most of it. What RE2 does not know at all is refused (backreferences, lookbehind), and so is what
 * means something else elsewhere (flags, classes within classes). A lookahead is taken where it can be asked for by itself:
 * behind the {@code ^} that a pattern begins with.
 *
 * @param pattern what is left without the lookaheads
 */
record EcmaSyntax(String pattern, List<Lookahead> lookaheads) {

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
