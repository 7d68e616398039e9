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
 * Reads which resources a token is requested for: from {@code resource} (RFC 8707 §2), or from {@code audience} if their names are no
 * URIs. If a client has no audience, Sandbank reads neither.
 */
public final class Targets {

    /** The parameters that name resources; each may be repeated. */
    public static final List<String> PARAMETERS = List.of("resource", "audience");

    private static final String SAID = "The client cannot have a token for this resource";

    private Targets() {}

    /**
     * Narrows an audience to the requested resources; keeps all of it if the request names none. Refuses a resource that is not in it.
     *
     * @param held the audience that the client may have tokens for, or that it was granted
     * @param known adds the resulting audience to the call
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
                            + " must be an absolute URI without a fragment; send any other name as audience");
        }
        return asked.stream()
                .filter(name -> !held.names().contains(name))
                .findFirst()
                .map(name -> OAuthError.<C>refuse(
                        OAuthCause.INVALID_TARGET_NOT_HELD,
                        SAID,
                        "The request is for " + OAuthError.quoted(name) + ", but tokens can only be for " + held
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

    /** The parameters that are read if a client has this audience. */
    public static Stream<String> read(Audience held) {
        return held.isEmpty() ? Stream.empty() : PARAMETERS.stream();
    }
}
