package dev.sandbank.internal.oidc.page;

import java.util.List;

/**
 * Says what is wrong with a request that must not be answered by a redirect.
 *
 * @param bank the bank as people call it
 * @param title what is wrong, in a few words
 * @param detail what is wrong and what to do, in a sentence or two
 * @param facts what the request said
 */
public record ErrorPage(String bank, String title, String detail, List<Fact> facts) {

    public ErrorPage {
        facts = List.copyOf(facts);
    }

    /** One thing the request said: a parameter and its value. */
    public record Fact(String name, String value) {

        private static final int SHOWN = 200;

        /** The value as it is shown: at most its first 200 characters, an ellipsis for the rest. */
        public String shown() {
            return value.codePointCount(0, value.length()) <= SHOWN
                    ? value
                    : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
        }
    }
}
