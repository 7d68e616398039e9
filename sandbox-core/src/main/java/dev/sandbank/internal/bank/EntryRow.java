package dev.sandbank.internal.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.work.OwnershipKeys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a fixture's entry.
 *
 * @param id its id
 * @param owner the owner's id, or null
 * @param parent the entry that it belongs to, or null
 * @param document its members, without the sandbox's own data
 * @param createdAt when it was created, or null for the start of the sandbox
 * @param updatedAt when it last changed, or null for its creation
 * @param dueAt when the bank processes it next, or null if that is not decided yet
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

    /** The member with the sandbox's own data about an entry. */
    public static final String KEPT = "sandbank";

    /** Makes a row; if the entry has the sandbox's own data, members of the same names are the bank's own. */
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
