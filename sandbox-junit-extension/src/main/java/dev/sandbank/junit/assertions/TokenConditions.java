package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.SandbankNames.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The conditions on a request to the token endpoint. */
final class TokenConditions {

    private static final List<Way> WAYS = List.of(Way.values());

    private TokenConditions() {}

    /** How a client authenticates (RFC 6749 §2.3). */
    enum Way {
        BASIC("with Basic authentication") {
            @Override
            boolean isTakenBy(Exchange call) {
                return authorizations(call).anyMatch(value -> value.regionMatches(true, 0, "Basic ", 0, 6));
            }
        },
        POST("with a secret in the form") {
            @Override
            boolean isTakenBy(Exchange call) {
                return parameter(call, "client_secret").isPresent();
            }
        },
        ASSERTION("with a signed assertion") {
            @Override
            boolean isTakenBy(Exchange call) {
                return parameter(call, "client_assertion").isPresent();
            }
        };

        private final String words;

        Way(String words) {
            this.words = words;
        }

        abstract boolean isTakenBy(Exchange call);
    }

    static CallCondition authenticating(Way way) {
        return CallCondition.of(
                way.words,
                call -> CallConditions.instead(
                        way.isTakenBy(call),
                        WAYS.stream()
                                .filter(other -> other.isTakenBy(call))
                                .map(other -> other.words)
                                .findFirst()
                                .orElse("without authentication of a client")));
    }

    static CallCondition grant(String type) {
        return CallCondition.of("for the grant " + type, call -> {
            String found = parameter(call, "grant_type").orElse("");
            return CallConditions.instead(
                    found.equals(type), found.isEmpty() ? "for no grant" : "for the grant " + found);
        });
    }

    static CallCondition scope(String scope) {
        return CallCondition.of("asking for scope " + scope, call -> {
                    String found = parameter(call, "scope").orElse("");
                    boolean asked = List.of(found.split(" ")).contains(scope);
                    return CallConditions.instead(
                            asked, found.isEmpty() ? "asking for no scope" : "asking for scope " + found);
                })
                .about(Kind.SCOPE, scope);
    }

    private static Stream<String> authorizations(Exchange call) {
        return call.requestHeaders().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Authorization"))
                .map(Map.Entry::getValue)
                .flatMap(List::stream);
    }

    private static Optional<String> parameter(Exchange call, String name) {
        return Stream.of(call.requestBody().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && decoded(pair[0]).equals(name))
                .map(pair -> decoded(pair[1]))
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return text;
        }
    }
}
