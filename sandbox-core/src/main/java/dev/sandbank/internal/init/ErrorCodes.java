package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.DescribedReply;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the error codes in the examples of an operation that its gates do not explain: each may be a rule. */
final class ErrorCodes {

    private static final Set<String> EXPLAINED = Set.of("401", "404", "405", "406", "415", "429");
    private static final List<String> NAMES =
            List.of("code", "errorcode", "error", "errortype", "type", "key", "name", "title", "reason");

    private final String known;

    /** @param known the phrases of the bank, whose codes are known already */
    ErrorCodes(String known) {
        this.known = known;
    }

    /** Returns each status with a code, such as {@code 409 frozen}, and its place. */
    Map<String, String> of(Item item) {
        Map<String, String> all = new LinkedHashMap<>();
        for (DescribedReply reply : item.replies()) {
            if (reply.status().startsWith("4") && !EXPLAINED.contains(reply.status())) {
                reply.examples().stream()
                        .map(JsonLocation::value)
                        .flatMap(example -> code(example).stream())
                        .filter(code -> !known.contains('"' + code + '"'))
                        .forEach(code -> all.putIfAbsent(reply.status() + " " + code, Places.of(reply.place())));
            }
        }
        return all;
    }

    static Optional<String> code(JsonNode error) {
        return NAMES.stream()
                .flatMap(name -> texts(error, name, 0))
                .filter(text -> !text.contains(" "))
                .findFirst();
    }

    private static Stream<String> texts(JsonNode value, String name, int depth) {
        if (depth > 3) {
            return Stream.empty();
        }
        Stream<String> here = value.properties().stream()
                .filter(member -> member.getValue().isTextual()
                        && Words.plain(member.getKey()).equals(name))
                .map(member -> member.getValue().textValue());
        Stream<String> below =
                value.valueStream().filter(JsonNode::isContainerNode).flatMap(child -> texts(child, name, depth + 1));
        return Stream.concat(here, below);
    }
}
