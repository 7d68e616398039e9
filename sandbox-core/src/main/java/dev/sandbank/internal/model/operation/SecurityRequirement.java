package dev.sandbank.internal.model.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to authenticate a call (OpenAPI 3.1.1, Security Requirement Object).
 *
 * @param schemes all of these are needed; empty for a call that anybody may make
 * @param scopes scopes that the credential must hold in addition to the operation's
 */
public record SecurityRequirement(List<SecurityScheme> schemes, List<String> scopes) {

    /** The default of operations. */
    public static final List<SecurityRequirement> USUAL =
            List.of(new SecurityRequirement(List.of(SecurityScheme.BEARER), List.of()));

    public SecurityRequirement {
        schemes = schemes.size() < 2 ? List.copyOf(schemes) : inOrder(schemes);
        scopes = List.copyOf(scopes);
    }

    /** Sorts schemes: tokens say more about what a call may do than pairs, and pairs more than keys. */
    private static List<SecurityScheme> inOrder(List<SecurityScheme> some) {
        return some.stream()
                .distinct()
                .sorted(Comparator.comparing(SecurityScheme::isKey)
                        .thenComparing(SecurityScheme::isBasic)
                        .thenComparing(SecurityScheme::field))
                .toList();
    }

    /** Returns the alternatives of an operation. */
    static List<SecurityRequirement> all(
            List<Map<String, List<String>>> alternatives, Map<String, SecurityScheme> declared) {
        List<SecurityRequirement> all = new ArrayList<>();
        for (Map<String, List<String>> alternative : alternatives) {
            List<SecurityScheme> schemes = new ArrayList<>();
            List<String> scopes = new ArrayList<>();
            alternative.forEach((name, needed) -> {
                Optional.ofNullable(declared.get(name))
                        .map(SecurityScheme::plain)
                        .ifPresent(schemes::add);
                scopes.addAll(needed);
            });
            all.add(new SecurityRequirement(schemes, scopes));
        }
        return all.isEmpty() ? List.of(new SecurityRequirement(List.of(), List.of())) : List.copyOf(all);
    }
}
