package dev.sandbank.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.EntryRow;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Setting;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Links.Link;
import dev.sandbank.internal.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the state of one environment as the members of a fixture.
 *
 * @param startsAt where the clock of the exported fixture stands at the start, or null if it runs
 */
public record RealmExport(@Nullable Instant startsAt) {

    /** Returns the members as of one moment, after running due tasks. */
    ObjectNode of(Environment environment) {
        return environment.upToDate(tables -> of(environment, tables));
    }

    /** Returns the members from these tables. */
    public ObjectNode of(Environment environment, Tables tables) {
        Dialect dialect = environment.definition().dialect();
        ObjectNode realm = settings(environment, dialect);
        environment.tokenServer().keys().given().ifPresent(keys -> realm.set("keys", keys));
        EntryForm form = EntryForm.of(dialect, tables, startsAt);
        for (String collection : collections(dialect, tables)) {
            List<Entry> entries = tables.entries().all(collection);
            realm.set(collection, isTable(environment, collection, entries) ? table(entries) : list(form, entries));
        }
        Optional.ofNullable(dialect.fixture().keys()).ifPresent(list -> keys(realm, list));
        links(dialect, tables, realm);
        ObjectNode gone = new DanglingReferences(dialect, realm).all();
        if (!gone.isEmpty()) {
            realm.putObject(EntryRow.KEPT).set("gone", gone);
        }
        return realm;
    }

    /** Moves clients that have only a key to a list of their own. */
    private static void keys(ObjectNode realm, String list) {
        ArrayNode clients = realm.withArray(Directory.CLIENTS);
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        for (Iterator<JsonNode> each = clients.elements(); each.hasNext(); ) {
            ObjectNode client = (ObjectNode) each.next();
            if (client.path("apiKeys").size() == 1 && client.path("grants").isEmpty() && !client.has("secret")) {
                each.remove();
                client.set("key", client.remove("apiKeys").path(0));
                keys.add(client.without(List.of("grants", "authMethods")));
            }
        }
        if (!keys.isEmpty()) {
            realm.set(list, keys);
        }
    }

    private static ArrayNode list(EntryForm form, List<Entry> entries) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> list.add(form.of(entry)));
        return list;
    }

    private static ObjectNode table(List<Entry> entries) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        entries.forEach(entry -> members.set(entry.id(), entry.document().path("value")));
        return members;
    }

    /** Returns the settings that differ from their defaults. */
    private static ObjectNode settings(Environment environment, Dialect dialect) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        environment.realm().settings().forEach((name, value) -> {
            Setting known = dialect.settings().get(name);
            if (known == null || !value.equals(known.defaultValue())) {
                settings.set(name, value);
            }
        });
        ObjectNode realm = JsonNodeFactory.instance.objectNode();
        return settings.isEmpty() ? realm : realm.set("settings", settings);
    }

    /** Returns the collections that have entries: clients and users first, then in the order of the dialect. */
    private static List<String> collections(Dialect dialect, Tables tables) {
        Set<String> there = tables.entries().collections();
        Set<String> inOrder = new LinkedHashSet<>(List.of(Directory.CLIENTS, Directory.USERS));
        inOrder.addAll(dialect.collections().keySet());
        inOrder.retainAll(there);
        inOrder.addAll(there);
        return new ArrayList<>(inOrder);
    }

    /** Whether a fixture has a collection as an object, such as rates. */
    public static boolean isTable(Environment environment, String collection) {
        return environment.realm().members().path(collection).isObject()
                || environment.definition().dialect().fixture().pairs().containsKey(collection);
    }

    private static boolean isTable(Environment environment, String collection, List<Entry> entries) {
        return isTable(environment, collection)
                && entries.stream()
                        .map(Entry::document)
                        .allMatch(document -> document.size() == 2 && document.has("id") && document.has("value"));
    }

    private static void links(Dialect dialect, Tables tables, ObjectNode realm) {
        List<Link> links = tables.links().all();
        if (links.isEmpty()) {
            return;
        }
        Map<String, String> members = new HashMap<>();
        dialect.entitlements().forEach((member, kind) -> members.putIfAbsent(kind.collection(), member));
        ArrayNode entitlements = realm.putArray("entitlements");
        for (Link link : links) {
            ObjectNode told = entitlements.addObject().put("user", link.user());
            told.put(members.getOrDefault(link.collection(), link.collection()), link.resource());
            link.allowed().forEach(told.putArray("allow")::add);
            for (Map.Entry<String, JsonNode> member : link.document().properties()) {
                told.set(member.getKey(), member.getValue());
            }
        }
    }
}
