package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.denial.Scenario.StateChange;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.work.OwnershipKeys;
import dev.sandbank.internal.work.plain.MergePatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The changes of a sandbox that make a good call fail; the journal notes each. */
final class SandboxChanges {

    private SandboxChanges() {}

    static StateChange userBecomes(String user, UserStatus status) {
        return bank -> bank.user(user).become(status);
    }

    static StateChange clientDisabled(String client) {
        return bank -> bank.client(client).disable();
    }

    static StateChange withdrawn(String user, Entry resource, String permission) {
        return done(
                "user " + user + " no longer holds " + permission + " on " + resource.id(),
                (environment, tables) ->
                        tables.links().withdraw(user, resource.collection(), resource.id(), permission));
    }

    /** Binds the client to this user. */
    static StateChange clientBound(String client, String user) {
        return merged(
                Directory.CLIENTS, client, JsonNodeFactory.instance.objectNode().put("user", user));
    }

    /** Sets the scopes that the client may have. */
    static StateChange clientHolds(String client, Scopes scopes) {
        return edited(Directory.CLIENTS, client, document -> {
            ArrayNode held = document.putArray("scopes");
            scopes.names().forEach(held::add);
        });
    }

    /** Removes the link between the user and the resource. */
    static StateChange unlinked(String user, String collection, String resource) {
        return done(
                "user " + user + " is no longer linked to " + resource,
                (environment, tables) -> tables.links().unlink(user, collection, resource));
    }

    /** Patches an entry (RFC 7396); a missing entry is created. */
    static StateChange merged(String collection, String id, JsonNode patch) {
        return edited(collection, id, document -> MergePatch.apply(document, patch));
    }

    static StateChange edited(String collection, String id, Consumer<ObjectNode> edit) {
        return done(
                id + " of " + collection + " is changed",
                (environment, tables) -> write(
                        new OwnershipKeys(environment.definition().dialect()), tables.entries(), collection, id, edit));
    }

    static StateChange removed(String collection, String id) {
        return done(
                id + " of " + collection + " is gone",
                (environment, tables) -> tables.entries().delete(collection, id));
    }

    /** Counts so many requests of a client that one more is too many. */
    static StateChange usedUp(String client, int most, Duration period) {
        return done(most + " requests of client " + client + " are counted", (environment, tables) -> {
            boolean more = true;
            for (int count = 0; more && count <= most; count++) {
                more = tables.usage().count(client, most, period).isEmpty();
            }
        });
    }

    /** A change of an environment's tables. */
    private interface Edit {
        void make(Environment environment, Tables tables);
    }

    private static StateChange done(String what, Edit edit) {
        return bank -> {
            Environment environment = bank.environment();
            environment.upToDate(tables -> {
                edit.make(environment, tables);
                bank.bank().note(what);
                return tables;
            });
        };
    }

    private static void write(
            OwnershipKeys keys, Entries entries, String collection, String id, Consumer<ObjectNode> edit) {
        Optional<Entry> known = entries.find(collection, id);
        ObjectNode document = known.map(Entry::document)
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("id", id));
        edit.accept(document);
        String owner = keys.owner(collection, document);
        String parent = keys.parent(collection, document);
        if (known.isPresent()) {
            entries.replace(collection, id, owner, parent, document);
        } else {
            entries.add(collection, id, owner, parent, document);
        }
    }
}
