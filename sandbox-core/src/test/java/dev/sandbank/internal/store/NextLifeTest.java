package dev.sandbank.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.oauth.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what one sandbox does to its database nothing is left for the next, which gets the same one. */
class NextLifeTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    private final Seed seed = seed();

    @AutoClose
    private final Database database = Database.open(seed);

    @ParameterizedTest
    @MethodSource
    void nothingIsLeftOf(String change) {
        Map<String, List<String>> before = everything();

        CHANGES.get(change).accept(tables());
        assertThat(everything()).isNotEqualTo(before);
        database.filledWith(seed);

        assertThat(everything()).isEqualTo(before);
    }

    static Set<String> nothingIsLeftOf() {
        return CHANGES.keySet();
    }

    @Test
    void nothingIsLeftOfAStatementOfAnotherKind() {
        Map<String, List<String>> before = everything();
        database.run("merge into client_usage key (client) values ('ann', 1, 1)");

        assertThat(everything()).isNotEqualTo(before);
        database.filledWith(seed);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nothingIsLeftOfAnotherSeed() {
        Map<String, List<String>> before = everything();
        database.filledWith(
                new Seed().entry("users", "eve", null, null, document(9).toString(), null, null));

        database.filledWith(seed);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nothingIsLeftOfWhatWasUndoneOnlyInPart() {
        Map<String, List<String>> before = everything();
        database.rehearse(sql -> sql.run("delete from entry"));
        tables().entries().delete("users", "ann");

        Database next = database.handOver().filledWith(seed);

        assertThat(new Dump(next).everything()).isEqualTo(before);
    }

    private static final Map<String, Consumer<Tables>> CHANGES = new TreeMap<>(Map.ofEntries(
            Map.entry("an entry added", tables -> tables.entries().add("users", "cy", null, null, document(3))),
            Map.entry("an entry replaced", tables -> tables.entries().replace("users", "ann", document(3))),
            Map.entry(
                    "an entry given away",
                    tables -> tables.entries().replace("accounts", "a1", "ben", null, document(3))),
            Map.entry("an entry deleted", tables -> tables.entries().delete("accounts", "a2")),
            Map.entry("an entry deleted and added again", tables -> {
                tables.entries().delete("users", "ann");
                tables.entries().add("users", "ann", null, null, document(1));
            }),
            Map.entry(
                    "more entries than are remembered one by one",
                    tables -> IntStream.range(0, 1_500)
                            .forEach(id -> tables.entries().add("users", "u" + id, null, null, document(id)))),
            Map.entry("a timer set", tables -> tables.alarms().set("users", "ben", NOON)),
            Map.entry("a timer set anew", tables -> tables.alarms().set("accounts", "a1", NOON)),
            Map.entry("a timer cleared", tables -> tables.alarms().clear("accounts", "a1")),
            Map.entry("a permission added", tables -> tables.links().entitle("ben", "accounts", "a1", "view")),
            Map.entry("a permission withdrawn", tables -> tables.links().withdraw("ann", "accounts", "a1", "view")),
            Map.entry("links removed", tables -> tables.links().removeOf("ann")),
            Map.entry("an assertion used", tables -> tables.sessions().useAssertion("app", "j", NOON)),
            Map.entry("a consent", tables -> tables.sessions().consent("ann", "app", Scopes.of(Set.of("read"))))));

    private Tables tables() {
        return Tables.over(
                new Bounded(database, new Room(1 << 30, () -> NOON)),
                () -> NOON,
                () -> NOON,
                () -> 1L,
                EntryChanges.none());
    }

    private Map<String, List<String>> everything() {
        return new Dump(database).everything();
    }

    private static Seed seed() {
        return new Seed()
                .entry("users", "ann", null, null, document(1).toString(), null, null)
                .entry("users", "ben", null, null, document(2).toString(), 5L, 6L)
                .entry("accounts", "a1", "ann", null, document(1).toString(), null, null)
                .entry("accounts", "a2", "ben", "ann", document(2).toString(), null, null)
                .link("ann", "accounts", "a1", Set.of("view"), document(1))
                .alarm("accounts", "a1")
                .alarm("accounts", "a2", 7, 1);
    }

    private static ObjectNode document(int number) {
        return JsonNodeFactory.instance.objectNode().put("number", number);
    }

    /** All rows of all tables, as text. */
    private record Dump(Database database) {

        Map<String, List<String>> everything() {
            Map<String, List<String>> all = new TreeMap<>();
            Schema.NAMES.forEach(table -> all.put(table, rows(table)));
            return all;
        }

        private List<String> rows(String table) {
            int width = database.one(
                            row -> (int) row.number(1),
                            "select count(*) from information_schema.columns where table_name = ?",
                            table)
                    .orElseThrow();
            return database.many(row -> row(row, width), "select * from " + table).stream()
                    .sorted()
                    .toList();
        }

        private static String row(Sql.Row row, int width) {
            return IntStream.rangeClosed(1, width)
                    .mapToObj(row::textOrNull)
                    .map(String::valueOf)
                    .toList()
                    .toString();
        }
    }
}
