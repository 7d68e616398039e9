package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the id of a collection's entries in whichever reply tells it: that to a creation, if those that show an entry
 * leave its id out because the path has it.
 */
final class EntryIds {

    private final List<ApiOperation> operations;

    EntryIds(List<ApiOperation> operations) {
        this.operations = operations;
    }

    /**
     * Returns the member with the id; empty if no name tells it.
     *
     * @param key the path of the collection, whatever its parameters are called
     */
    Optional<String> of(CollectionDraft draft, String key) {
        Stream<Predicate<ApiOperation>> kinds = Stream.of(
                operation -> operation.isGet() && isEntry(operation, key),
                operation -> operation.isGet() && operation.levels().key().equals(key),
                operation -> operation.method().equals("POST")
                        && operation.levels().key().equals(key),
                operation -> isEntry(operation, key));
        return kinds.flatMap(kind ->
                        operations.stream().filter(kind).flatMap(operation -> told(operation.reply(), draft).stream()))
                .findFirst();
    }

    private static boolean isEntry(ApiOperation operation, String key) {
        List<PathLevels.Level> levels = operation.levels().levels();
        return operation.levels().isOfEntry()
                && levels.get(levels.size() - 1).key().equals(key);
    }

    private static Optional<String> told(JsonNode reply, CollectionDraft draft) {
        return ReplyPlace.ofEntry(reply, value -> member(value, draft).isPresent())
                .flatMap(place -> member(place.in(reply), draft));
    }

    private static Optional<String> member(JsonNode entry, CollectionDraft draft) {
        return IdMember.told(entry, draft.parameter(), draft.word());
    }
}
