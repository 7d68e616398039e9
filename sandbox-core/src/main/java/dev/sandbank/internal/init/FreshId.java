package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the id of what a call makes: a member of the reply that is called like an id, and that the call did not say. */
final class FreshId {

    private static final Set<String> ENDS = Set.of("id", "uuid", "guid", "sid", "reference", "token");

    /** What tells calls apart, or says for whom they are, not what they make. */
    private static final Set<String> OTHERS = Set.of("request", "correlation", "trace", "merchant", "client");

    /** What is asked for and not made. */
    private static final Set<String> ASKING = Set.of(
            "get",
            "list",
            "search",
            "find",
            "query",
            "lookup",
            "check",
            "validate",
            "validation",
            "verify",
            "calculate",
            "calculation",
            "estimate",
            "preview",
            "detail",
            "method",
            "setting");

    private FreshId() {}

    static Optional<String> in(ApiOperation operation) {
        boolean makes = operation.method().equals("POST")
                && !operation.levels().tail().isEmpty()
                && (operation.has("201") || operation.has("202") || operation.isProcedure() || makesOne(operation));
        return makes ? of(operation, envelope(operation)) : Optional.empty();
    }

    /** Whether a path has the name of things that calls make: {@code /donations}, but not {@code /searches}. */
    private static boolean makesOne(ApiOperation operation) {
        String tail = operation.levels().tail();
        return !Words.singular(tail).equals(tail)
                && Words.of(tail).stream().map(Words::singular).noneMatch(ASKING::contains);
    }

    /** Returns the reply, or the one object in it: an envelope around what was made. */
    private static JsonNode envelope(ApiOperation operation) {
        JsonNode reply = operation.reply();
        return reply.properties().stream()
                .map(Map.Entry::getValue)
                .filter(member -> reply.size() == 1 && member.isObject())
                .findFirst()
                .orElse(reply);
    }

    private static Optional<String> of(ApiOperation operation, JsonNode reply) {
        List<String> said = Stream.concat(
                        operation.content().properties().keySet().stream(),
                        operation.levels().levels().stream().map(PathLevels.Level::parameter))
                .map(Words::plain)
                .toList();
        return IdMember.of(reply, "", operation.levels().tail())
                .filter(member -> !said.contains(Words.plain(member)) && isId(member))
                .or(() -> reply.properties().stream()
                        .filter(member -> member.getValue().isTextual())
                        .map(Map.Entry::getKey)
                        .filter(member -> Literals.isFact(member) && isId(member))
                        .filter(member -> !said.contains(Words.plain(member)))
                        .findFirst());
    }

    private static boolean isId(String member) {
        List<String> words = Words.of(member);
        return !words.isEmpty()
                && ENDS.contains(words.get(words.size() - 1))
                && words.stream().noneMatch(OTHERS::contains);
    }
}
