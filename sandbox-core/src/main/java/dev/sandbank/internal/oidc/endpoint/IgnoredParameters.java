package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Fields;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a request says that its endpoint does not read: that is ignored (RFC 6749 §3.1, §3.2), and the journal tells of it. */
public final class IgnoredParameters {

    private static final int MOST_TOLD = 10;

    /** A longer name may be something else that was sent in its place, such as a token. */
    private static final int LONGEST_NAME = 30;

    private static final int SHORTENED = 6;

    private IgnoredParameters() {}

    /**
     * The end of a sentence, with what was probably meant; empty if nothing is ignored.
     *
     * @param sent the parameters of a request
     * @param known those that its endpoint reads
     */
    public static String told(Fields sent, Collection<String> known) {
        return told(sent.names().stream().filter(name -> !known.contains(name)).toList(), known, List.of());
    }

    /**
     * The same with what is told as it is.
     *
     * @param names the names that are not known
     */
    public static String told(Collection<String> names, Collection<String> known, List<String> more) {
        List<String> told = names.stream()
                .limit(MOST_TOLD)
                .map(name -> shortened(name) + meant(name, known))
                .collect(Collectors.toList());
        if (names.size() > MOST_TOLD) {
            told.add((names.size() - MOST_TOLD) + " more");
        }
        told.addAll(more);
        return told.isEmpty() ? "" : "; ignored " + String.join(", ", told);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME
                ? OAuthError.quoted(name.substring(0, SHORTENED) + "...")
                : OAuthError.quoted(name);
    }

    /** Some libraries write a list as {@code scope[0]}. */
    private static String meant(String name, Collection<String> known) {
        int bracket = name.indexOf('[');
        String bare = bracket < 0 ? name : name.substring(0, bracket);
        String hint = known.contains(bare) ? ", did you mean \"" + bare + "\"?" : DidYouMean.hint(bare, known);
        return hint.isEmpty() ? "" : " (" + hint.substring(2) + ")";
    }
}
