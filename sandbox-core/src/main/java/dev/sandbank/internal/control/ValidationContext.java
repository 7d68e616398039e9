package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.EntryRow;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.export.DanglingReferences;
import dev.sandbank.internal.export.RealmExport;
import dev.sandbank.internal.fixture.EntryCandidate;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.ClaimRules;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks an entry of a running environment against the others: against the ids that it may name, and the members that must differ. It
 * reads no more of the other entries than that, so that it is fast with many of them.
 *
 * @param environment the entry's environment
 * @param tables the state
 * @param collection the entry's collection
 */
record ValidationContext(Environment environment, Tables tables, String collection) {

    /** Refuses an entry that no fixture could have here. */
    void check(ObjectNode entry, ObjectNode others) {
        EntryCandidate newcomer = new EntryCandidate(dialect(), collection, entry, isListed(), others);
        List<String> problems = Library.ofProcess().fixtures().check(newcomer);
        if (!problems.isEmpty()) {
            throw new RefusedEntryException(problems);
        }
    }

    private Dialect dialect() {
        return environment.definition().dialect();
    }

    private boolean isListed() {
        return !RealmExport.isTable(environment, collection);
    }

    /**
     * The ids that an entry may name, and the members that it must differ from.
     *
     * @param before the entry before the change, or null if it is new; the entry may still name what is gone if it did before
     */
    ObjectNode around(@Nullable ObjectNode before) {
        ObjectNode realm = JsonNodeFactory.instance.objectNode();
        ObjectNode there = JsonNodeFactory.instance.objectNode();
        for (String target : targets()) {
            Set<String> ids = tables.entries().ids(target);
            ids.forEach(there.putArray(target)::add);
            if (!ids.isEmpty() && !target.equals(collection)) {
                realm.putArray(target);
            }
        }
        gone(before).properties().forEach(missing -> {
            ArrayNode ids = there.withArrayProperty(missing.getKey());
            missing.getValue().forEach(ids::add);
        });
        realm.putObject(EntryRow.KEPT).set("gone", there);
        realm.putObject("settings")
                .set(ClaimRules.SETTING, environment.settings().tree(ClaimRules.SETTING));
        different(realm, before == null ? "" : before.path("id").asText());
        return realm;
    }

    private Set<String> targets() {
        Set<String> targets = new TreeSet<>(Set.of(Directory.CLIENTS, Directory.USERS));
        Through through = dialect().collection(collection).through();
        if (through != null) {
            targets.add(through.collection());
        }
        dialect()
                .fixture()
                .references()
                .getOrDefault(collection, Map.of())
                .values()
                .forEach(targets::add);
        if (dialect().fixture().pairs().containsKey(collection)) {
            targets.add(dialect().fixture().pairs().get(collection));
        }
        return targets;
    }

    /** The ids that the entry already named before, although they are gone. */
    private ObjectNode gone(@Nullable ObjectNode before) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        if (before != null && isListed()) {
            alone.putArray(collection).add(before);
        }
        return new DanglingReferences(dialect(), alone).all();
    }

    /** Adds the unique members of the other entries, if the collection has such members. */
    private void different(ObjectNode realm, String id) {
        List<String> unique = dialect().fixture().unique().getOrDefault(collection, List.of());
        if (unique.isEmpty()) {
            return;
        }
        ArrayNode others = realm.putArray(collection);
        for (Entry other : tables.entries().all(collection)) {
            if (!other.id().equals(id)) {
                others.addObject()
                        .put("id", other.id())
                        .setAll(other.document().deepCopy().retain(unique));
            }
        }
    }
}
