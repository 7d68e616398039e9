package dev.sandbank.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Dialect.EntitlementKind;
import dev.sandbank.internal.store.Directory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds references to entries that no longer exist: a client whose user was deleted, a link to a deleted batch. */
public final class DanglingReferences {

    private final Dialect dialect;
    private final ObjectNode realm;
    private final Map<String, Set<String>> there = new HashMap<>();
    private final Map<String, Set<String>> missing = new TreeMap<>();

    /** @param realm all entries, in the form of a fixture */
    public DanglingReferences(Dialect dialect, ObjectNode realm) {
        this.dialect = dialect;
        this.realm = realm;
    }

    /** Returns the missing ids by collection; empty if there are none. */
    public ObjectNode all() {
        realm.path(Directory.CLIENTS).forEach(client -> named(client.path("user"), Directory.USERS));
        dialect.collections().forEach((collection, rule) -> {
            String owner = rule.owner();
            realm.path(collection).forEach(entry -> {
                if (owner != null) {
                    JsonNode owners = entry.path(owner);
                    named(owners, Directory.USERS);
                    owners.forEach(each -> named(each, Directory.USERS));
                }
                if (rule.through() != null) {
                    named(entry.path(rule.through().member()), rule.through().collection());
                }
            });
        });
        dialect.fixture()
                .references()
                .forEach((list, members) -> members.forEach(
                        (member, target) -> realm.path(list).forEach(entry -> references(entry.path(member), target))));
        dialect.fixture()
                .pairs()
                .forEach((object, target) ->
                        realm.path(object).fieldNames().forEachRemaining(name -> pair(name, target)));
        realm.path("entitlements").forEach(this::entitlement);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        missing.forEach((collection, ids) -> ids.forEach(all.putArray(collection)::add));
        return all;
    }

    private void entitlement(JsonNode entitlement) {
        named(entitlement.path("user"), Directory.USERS);
        for (Map.Entry<String, EntitlementKind> kind : dialect.entitlements().entrySet()) {
            named(entitlement.path(kind.getKey()), kind.getValue().collection());
        }
    }

    private void references(JsonNode value, String target) {
        if (!isOpen(target)) {
            named(value, target);
            value.forEach(each -> named(each, target));
        }
    }

    private void pair(String name, String target) {
        int dash = name.indexOf('-');
        if (dash > 0 && !isOpen(target)) {
            named(name.substring(0, dash), target);
            named(name.substring(dash + 1), target);
        }
    }

    /** Whether any id is allowed, because there is no list. */
    private boolean isOpen(String target) {
        return dialect.fixture().optional().contains(target) && !realm.has(target);
    }

    private void named(JsonNode id, String collection) {
        named(id.isIntegralNumber() ? id.asText() : id.textValue(), collection);
    }

    private void named(@Nullable String id, String collection) {
        if (id != null && !there.computeIfAbsent(collection, this::ids).contains(id)) {
            missing.computeIfAbsent(collection, name -> new TreeSet<>()).add(id);
        }
    }

    private Set<String> ids(String collection) {
        Set<String> ids = new TreeSet<>();
        realm.path(collection).forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }
}
