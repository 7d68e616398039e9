package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.text.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * For which resources a token is wanted: {@code resource} (RFC 8707 §2), or {@code audience} where they are named otherwise. Of clients
 * without an audience neither is read.
 */
public final class Targets {

    /** What says so, any number of times. */
    public static final List<String> PARAMETERS = List.of("resource", "audience");

    private static final String SAID = "The client cannot have a token for this resource";

    private Targets() {}

    /**
     * What is asked for, if all of that may be had; else all that may be had.
     *
     * @param held whom the client may have tokens for, or what it was granted
     * @param known goes on with what it comes to
     */
    public static <C> Verdict<C> narrowed(Fields parameters, Audience held, Function<Audience, C> known) {
        List<String> asked = PARAMETERS.stream()
                .flatMap(name -> parameters.all(name).stream())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (held.isEmpty() || asked.isEmpty()) {
            return Verdict.pass(known.apply(held), held.isEmpty() ? "the bank's own API" : held.toString());
        }
        Optional<String> malformed = parameters.all("resource").stream()
                .filter(uri -> !isResource(uri))
                .findFirst();
        if (malformed.isPresent()) {
            return OAuthError.refuse(
                    OAuthCause.INVALID_TARGET_MALFORMED,
                    SAID,
                    "The resource " + OAuthError.quoted(malformed.get())
                            + " is no absolute URI without a fragment; other names belong into audience");
        }
        return asked.stream()
                .filter(name -> !held.names().contains(name))
                .findFirst()
                .map(name -> OAuthError.<C>refuse(
                        OAuthCause.INVALID_TARGET_NOT_HELD,
                        SAID,
                        "The request is for " + OAuthError.quoted(name) + ", tokens can be for " + held
                                + DidYouMean.hint(name, held.names())))
                .orElseGet(() -> Verdict.pass(known.apply(Audience.of(asked)), String.join(", ", asked)));
    }

    private static boolean isResource(String text) {
        try {
            URI uri = new URI(text);
            return text.isEmpty() || (uri.isAbsolute() && uri.getRawFragment() == null);
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    /** What of a request is read on behalf of a client. */
    public static Stream<String> read(Audience held) {
        return held.isEmpty() ? Stream.empty() : PARAMETERS.stream();
    }
}
