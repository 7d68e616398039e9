package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.EntryRow;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tables;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stores an entry, with what follows from it: the entry gets an alarm if the bank acts on it at a time, and a disabled user or client
 * loses all tokens.
 */
record EntryWriter(Tables tables, String collection, Instant now) {

    void write(EntryRow row, boolean timely) {
        Instant created = Optional.ofNullable(row.createdAt()).orElse(now);
        Instant updated = Optional.ofNullable(row.updatedAt()).orElse(created);
        tables.entries()
                .put(new Entry(collection, row.id(), row.owner(), row.document(), created, updated), row.parent());
        tables.alarms().clear(collection, row.id());
        if (timely) {
            Instant due = row.dueAt();
            tables.alarms().set(collection, row.id(), due == null ? now : due);
        }
        JsonNode document = row.document();
        if (collection.equals(Directory.USERS)
                && new UserStatus(document.path("status").asText(UserStatus.ACTIVE.word())).isDisabled()) {
            signOut(tables, row.id());
        }
        if (collection.equals(Directory.CLIENTS) && document.path("disabled").asBoolean()) {
            revoke(tables, row.id());
        }
    }

    /** Removes an entry, with its links and tokens. */
    static void remove(Tables tables, String collection, String id) {
        tables.entries().delete(collection, id);
        tables.alarms().clear(collection, id);
        tables.links().removeTo(collection, id);
        if (collection.equals(Directory.USERS)) {
            tables.links().removeOf(id);
            signOut(tables, id);
        }
        if (collection.equals(Directory.CLIENTS)) {
            revoke(tables, id);
        }
    }

    private static void signOut(Tables tables, String user) {
        tables.sessions().endOfUser(user);
        tables.signIns().revokeOfUser(user);
        tables.tokens().revokeOfUser(user);
    }

    private static void revoke(Tables tables, String client) {
        tables.signIns().revokeOfClient(client);
        tables.tokens().revokeOfClient(client);
    }

    /** Edits a stored entry if nothing else follows from the change. */
    static boolean edit(Tables tables, String collection, String id, Consumer<ObjectNode> edit) {
        return tables.entries()
                .find(collection, id)
                .map(entry -> {
                    edit.accept(entry.document());
                    return tables.entries().replace(collection, id, entry.document());
                })
                .orElse(false);
    }
}
