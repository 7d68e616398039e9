package dev.sandbank.internal.oidc.endpoint;

import static java.util.function.Predicate.not;

import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.text.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What a request says that its endpoint does not read: that is ignored (RFC 6749 §3.1, §3.2), and the journal tells of it. */
public final class IgnoredParameters {

    private static final int MOST_TOLD = 10;

    /** Anything else may have been sent in the place of a name, such as a token. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,29}(\\[\\w{0,9}]){0,2}");

    private IgnoredParameters() {}

    /**
     * The end of a sentence, with what was probably meant; empty if nothing is ignored.
     *
     * @param sent the parameters of a request; one without a value counts as not sent
     * @param known those that its endpoint reads
     * @param more what is ignored besides
     */
    public static String told(Fields sent, Collection<String> known, List<String> more) {
        List<String> names = sent.names().stream()
                .filter(name -> !known.contains(name))
                .filter(name -> sent.first(name).filter(not(String::isEmpty)).isPresent())
                .toList();
        List<String> told = new ArrayList<>();
        names.stream().limit(MOST_TOLD).map(name -> told(name, known)).forEach(told::add);
        if (names.size() > MOST_TOLD) {
            told.add((names.size() - MOST_TOLD) + " more");
        }
        told.addAll(more);
        return told.isEmpty() ? "" : "; ignored " + String.join(", ", told);
    }

    private static String told(String name, Collection<String> known) {
        return NAME.matcher(name).matches() ? OAuthError.quoted(name) + meant(name, known) : "what is no name";
    }

    /** Some libraries write a list as {@code scope[0]}. */
    private static String meant(String name, Collection<String> known) {
        int bracket = name.indexOf('[');
        String bare = bracket < 0 ? name : name.substring(0, bracket);
        String hint = DidYouMean.hint(bare, known);
        return hint.isEmpty() ? "" : " (" + hint.substring(2) + ")";
    }
}
