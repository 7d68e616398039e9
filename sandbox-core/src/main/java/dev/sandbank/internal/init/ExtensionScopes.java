package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scopes that a description names for an operation in an extension only, such as {@code x-scopes}.
 *
 * @param place the extension
 * @param names the scopes
 */
record ExtensionScopes(JsonLocation place, List<String> names) {

    private static final Set<String> WORDS = Set.of("scope", "scopes");

    /** A scope as RFC 6749 has it. */
    private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

    /** Returns the scopes of an operation for which the description names no others, and which is not open. */
    static Optional<ExtensionScopes> of(Item item) {
        if (!isFree(item)) {
            return Optional.empty();
        }
        return item.place().names().stream()
                .filter(name -> name.startsWith("x-"))
                .filter(name -> Words.of(name).stream()
                        .reduce((first, last) -> last)
                        .filter(WORDS::contains)
                        .isPresent())
                .map(name -> item.place().at(name))
                .map(place -> new ExtensionScopes(place, scopes(place.value())))
                .filter(found -> !found.names().isEmpty())
                .findFirst();
    }

    private static boolean isFree(Item item) {
        return Stream.of("security", "scopes", "anyScope").noneMatch(item.request()::has);
    }

    private static List<String> scopes(JsonNode value) {
        Stream<String> all = value.isTextual()
                ? Stream.of(value.textValue().strip().split(" +", -1))
                : value.valueStream().map(each -> each.isTextual() ? each.textValue() : "");
        List<String> names = all.distinct().toList();
        return names.stream().allMatch(name -> SCOPE.matcher(name).matches()) ? names : List.of();
    }

    String told() {
        return String.join(", ", names) + " (" + Places.of(place) + ")";
    }
}
