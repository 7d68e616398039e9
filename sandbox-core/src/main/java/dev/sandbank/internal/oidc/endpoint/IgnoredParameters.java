package dev.sandbank.internal.oidc.endpoint;

import static java.util.function.Predicate.not;

import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Tells in the journal which parameters of a request were ignored (RFC 6749 §3.1, §3.2), because the endpoint does not read them. */
public final class IgnoredParameters {

    private static final int MOST_TOLD = 10;

    /** Names that are safe to show. Anything else could be a secret, such as a token sent in place of a name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,29}(\\[\\w{0,9}]){0,2}");

    private IgnoredParameters() {}

    /**
     * Names the ignored parameters, and what was probably meant, as the end of a sentence; empty if none was ignored.
     *
     * @param read the parameters of the request; one without a value counts as not sent
     * @param known those of them that the endpoint reads
     */
    public static String told(Fields read, Collection<String> known) {
        return told(read, known, List.of());
    }

    /** The same, with the query if the request has a form, and with the header {@code DPoP}, which no bank reads yet. */
    public static String told(Request request, Fields read, Collection<String> known) {
        List<String> more = new ArrayList<>();
        if (request.method().equals("POST") && !request.query().names().isEmpty()) {
            more.add("the query");
        }
        if (request.headers().has("DPoP")) {
            more.add("the header DPoP");
        }
        return told(read, known, more);
    }

    private static String told(Fields read, Collection<String> known, List<String> more) {
        List<String> names = read.names().stream()
                .filter(name -> !known.contains(name))
                .filter(name -> read.first(name).filter(not(String::isEmpty)).isPresent())
                .toList();
        List<String> told = new ArrayList<>();
        names.stream().limit(MOST_TOLD).map(name -> told(name, known)).forEach(told::add);
        if (names.size() > MOST_TOLD) {
            told.add((names.size() - MOST_TOLD) + " more");
        }
        told.addAll(more);
        return told.isEmpty() ? "" : "; ignored " + String.join(", ", told);
    }

    /** Appends the sentence's end to what the first gate saw. */
    public static DecidedReply telling(String ignored, DecidedReply answered) {
        List<Gate> gates = new ArrayList<>(answered.decision().gates());
        Gate first = gates.get(0);
        gates.set(0, new Gate(first.name(), first.verdict(), first.saw() + ignored));
        return answered.with(answered.reply(), gates);
    }

    private static String told(String name, Collection<String> known) {
        return NAME.matcher(name).matches()
                ? OAuthError.quoted(name) + meant(name, known)
                : "a parameter with an unusual name";
    }

    /** Suggests the parameter that was probably meant: some libraries write a list as {@code scope[0]}. */
    private static String meant(String name, Collection<String> known) {
        int bracket = name.indexOf('[');
        String bare = bracket < 0 ? name : name.substring(0, bracket);
        String hint = DidYouMean.hint(bare, known);
        return hint.isEmpty() ? "" : " (" + hint.substring(2) + ")";
    }
}
