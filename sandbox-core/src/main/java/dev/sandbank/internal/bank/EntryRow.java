package dev.sandbank.internal.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.work.OwnershipKeys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of an entry that a fixture tells.
 *
 * @param id its id
 * @param owner the user whose it is, or null
 * @param parent the entry that it belongs to, or null
 * @param document its members, without what the sandbox itself keeps
 * @param createdAt when it came to be, or null for the moment the sandbox starts
 * @param updatedAt when it last changed, or null for when it came to be
 * @param dueAt when the bank looks at it next, or null if it has not decided yet
 * @param turn its place among those that are due at the same moment
 */
public record EntryRow(
        String id,
        @Nullable String owner,
        @Nullable String parent,
        ObjectNode document,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant dueAt,
        int turn) {

    /** The member in which a fixture tells what the sandbox itself keeps of an entry. */
    public static final String KEPT = "sandbank";

    /** Where that is told, members of the same names are the bank's own affair. */
    public static EntryRow of(Dialect dialect, String collection, ObjectNode entry) {
        OwnershipKeys keys = new OwnershipKeys(dialect);
        JsonNode kept = entry.path(KEPT);
        JsonNode times = kept.isObject() ? kept : entry;
        ObjectNode document = kept.isObject() ? entry.deepCopy().without(List.of(KEPT)) : entry;
        return new EntryRow(
                entry.path("id").asText(),
                keys.owner(collection, document),
                keys.parent(collection, document),
                document,
                instant(times.path("createdAt")),
                instant(times.path("updatedAt")),
                instant(kept.path("dueAt")),
                kept.path("turn").asInt());
    }

    private static @Nullable Instant instant(JsonNode text) {
        return text.isTextual() ? Instant.parse(text.textValue()) : null;
    }
}
