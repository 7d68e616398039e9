package dev.sandbank.internal.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.fixture.EnvironmentFixture;
import dev.sandbank.internal.fixture.LongList;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Seed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fixture that is ready to start sandboxes: it is prepared once, then every start only writes the rows.
 *
 * @param fixture the fixture
 * @param definition its bank
 * @param realms the initial data of each environment, by path prefix: empty for production, {@code /cat} for {@code
 * cat}
 */
public record PreparedFixture(CheckedFixture fixture, BankDefinition definition, Map<String, EnvironmentSeed> realms) {

    /**
     * The initial data of one environment.
     *
     * @param realm its part of the fixture
     * @param seed the same as rows
     * @param settings its settings
     */
    public record EnvironmentSeed(EnvironmentFixture realm, Seed seed, Settings settings) {}

    public static PreparedFixture of(CheckedFixture fixture, BankDefinition definition) {
        Map<String, EnvironmentSeed> realms = new LinkedHashMap<>();
        fixture.environments().forEach((name, realm) -> realms.put("/" + name, start(definition, realm)));
        realms.put("", start(definition, fixture.root()));
        return new PreparedFixture(fixture, definition, realms);
    }

    private static EnvironmentSeed start(BankDefinition definition, EnvironmentFixture realm) {
        return new EnvironmentSeed(realm, Seeding.of(definition.dialect(), realm), new Settings(realm.settings()));
    }

    /** Converts a fixture to the initial rows of a store. */
    private static final class Seeding {

        private static final Set<String> OF_THE_LINK_ITSELF = Set.of("user", "allow");

        private final Dialect dialect;
        private final Seed seed = new Seed();

        private Seeding(Dialect dialect) {
            this.dialect = dialect;
        }

        static Seed of(Dialect dialect, EnvironmentFixture realm) {
            Seeding seeding = new Seeding(dialect);
            realm.clients()
                    .forEach(client -> seeding.entry(Directory.CLIENTS, new ClientDefaults(dialect).fill(client)));
            realm.users().forEach(user -> seeding.entry(Directory.USERS, user));
            realm.collections().forEach(seeding::entries);
            realm.members().properties().forEach(member -> seeding.table(member.getKey(), member.getValue()));
            realm.entitlements().forEach(seeding::link);
            return seeding.seed;
        }

        private void entries(String collection, List<ObjectNode> entries) {
            for (int index = 0; index < entries.size(); index++) {
                ObjectNode entry = entries.get(index);
                String text = entry(collection, entry);
                if (entries instanceof LongList all && !entry.has(EntryRow.KEPT)) {
                    all.keep(index, text);
                }
            }
        }

        /** Returns the text of its row. */
        private String entry(String collection, ObjectNode document) {
            EntryRow row = EntryRow.of(dialect, collection, document);
            String text = row.document().toString();
            seed.entry(
                    collection,
                    row.id(),
                    row.owner(),
                    row.parent(),
                    text,
                    milliseconds(row.createdAt()),
                    milliseconds(row.updatedAt()));
            Instant due = row.dueAt();
            if (due != null) {
                seed.alarm(collection, row.id(), due.toEpochMilli(), row.turn());
            } else if (dialect.collection(collection).isTimely(row.document())) {
                seed.alarm(collection, row.id());
            }
            return text;
        }

        private static @Nullable Long milliseconds(@Nullable Instant instant) {
            return instant == null ? null : instant.toEpochMilli();
        }

        /** Converts a member such as {@code rates}: each of its own members becomes an entry. */
        private void table(String collection, JsonNode members) {
            for (Map.Entry<String, JsonNode> member : members.properties()) {
                ObjectNode document = JsonNodeFactory.instance.objectNode();
                document.put("id", member.getKey());
                document.set("value", member.getValue());
                seed.entry(collection, member.getKey(), null, null, document.toString(), null, null);
            }
        }

        private void link(ObjectNode entitlement) {
            dialect.entitlements().forEach((kind, rule) -> {
                String resource = text(entitlement.path(kind));
                if (resource != null) {
                    Set<String> allowed = new LinkedHashSet<>();
                    entitlement.path("allow").forEach(permission -> allowed.add(permission.asText()));
                    ObjectNode rest = entitlement.deepCopy();
                    rest.remove(OF_THE_LINK_ITSELF);
                    rest.remove(List.of(kind));
                    seed.link(entitlement.path("user").asText(), rule.collection(), resource, allowed, rest);
                }
            });
        }

        private static @Nullable String text(JsonNode value) {
            return value.isTextual() || value.isIntegralNumber() ? value.asText() : null;
        }
    }
}
