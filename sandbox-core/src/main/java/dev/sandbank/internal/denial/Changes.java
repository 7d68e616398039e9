package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.Keys;
import dev.sandbank.internal.work.plain.MergePatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done to a sandbox so that an honest call is refused. */
final class Changes {

    private Changes() {}

    static Change userBecomes(String user, UserStatus status) {
        return merged(
                Directory.USERS, user, JsonNodeFactory.instance.objectNode().put("status", status.word()));
    }

    /** The client stands for this user from now on. */
    static Change clientBound(String client, String user) {
        return merged(
                Directory.CLIENTS, client, JsonNodeFactory.instance.objectNode().put("user", user));
    }

    /** The user no longer knows that the resource is there. */
    static Change unlinked(String user, String collection, String resource) {
        return (environment, clock) -> environment.store().atomically(tables -> {
            tables.links().unlink(user, collection, resource);
            return tables;
        });
    }

    static Change withdrawn(String user, Entry resource, String permission) {
        return (environment, clock) -> environment.store().atomically(tables -> {
            tables.links().withdraw(user, resource.collection(), resource.id(), permission);
            return tables;
        });
    }

    /** Members of an entry become others (RFC 7396); an entry that is not there is made. */
    static Change merged(String collection, String id, JsonNode patch) {
        return edited(collection, id, document -> MergePatch.apply(document, patch));
    }

    static Change edited(String collection, String id, Consumer<ObjectNode> edit) {
        return (environment, clock) -> environment.store().atomically(tables -> {
            write(environment, tables.entries(), collection, id, edit);
            return tables;
        });
    }

    static Change removed(String collection, String id) {
        return (environment, clock) -> environment.store().entries().delete(collection, id);
    }

    /** So many requests of a client have been counted that one more is too many. */
    static Change usedUp(String client, int most, Duration period) {
        return (environment, clock) -> environment.store().atomically(tables -> {
            boolean more = true;
            for (int count = 0; more && count <= most; count++) {
                more = tables.usage().count(client, most, period).isEmpty();
            }
            return tables;
        });
    }

    static void clientDisabled(Environment environment, String client) {
        environment.store().atomically(tables -> {
            write(environment, tables.entries(), Directory.CLIENTS, client, entry -> entry.put("disabled", true));
            tables.signIns().revokeOfClient(client);
            return tables.tokens().revokeOfClient(client);
        });
    }

    static void userDisabled(Environment environment, String user) {
        environment.store().atomically(tables -> {
            String word = UserStatus.DISABLED.word();
            write(environment, tables.entries(), Directory.USERS, user, entry -> entry.put("status", word));
            tables.sessions().endOfUser(user);
            tables.signIns().revokeOfUser(user);
            return tables.tokens().revokeOfUser(user);
        });
    }

    private static void write(
            Environment environment, Entries entries, String collection, String id, Consumer<ObjectNode> edit) {
        Optional<Entry> known = entries.find(collection, id);
        ObjectNode document = known.map(Entry::document)
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("id", id));
        edit.accept(document);
        Keys keys = new Keys(environment.manners().dialect());
        String owner = keys.owner(collection, document);
        String parent = keys.parent(collection, document);
        if (known.isPresent()) {
            entries.replace(collection, id, owner, parent, document);
        } else {
            entries.add(collection, id, owner, parent, document);
        }
    }
}
