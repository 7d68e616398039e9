package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries the present state of a database over into one that holds another seed: tokens and sessions, the entries and links that both
 * seeds say alike, and those that calls added. What a seed says otherwise than before, or no longer, is as the new seed says.
 *
 * @param from the database with the state
 * @param to the one with the new seed
 * @param rows which rows both seeds say alike, and which any of them says
 */
record KeptState(Sql from, Sql to, SeedRows rows) {

    /** Tables without rows of a seed. */
    private static final List<String> WHOLE =
            List.of("token", "code", "sign_in", "session", "answered", "consent", "assertion", "client_usage");

    /** Entries and links that calls added have positions after those of any seed. */
    private static final String ADDED = " where position >= 1000000000 and ";

    /**
     * The rows of two seeds by their keys.
     *
     * @param alike those that both have, and say alike
     * @param said those that any of them has
     */
    private record Keys(Set<List<Object>> alike, Set<List<Object>> said) {

        boolean keeps(List<Object> key) {
            return alike.contains(key) || !said.contains(key);
        }
    }

    /** The entries and links of the seeds. */
    record SeedRows(Seed before, Seed after) {

        private Keys entries() {
            return keys(before.entries(), after.entries());
        }

        private Keys links() {
            return keys(before.links(), after.links());
        }

        private static Keys keys(Map<List<Object>, List<Object>> before, Map<List<Object>, List<Object>> after) {
            Set<List<Object>> said = new HashSet<>(before.keySet());
            said.addAll(after.keySet());
            Set<List<Object>> alike = before.entrySet().stream()
                    .filter(row -> Objects.equals(row.getValue(), after.get(row.getKey())))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            return new Keys(alike, said);
        }
    }

    /**
     * Carries everything over.
     *
     * @param gone the collections that are no longer there
     * @param parents the collections whose entries have parents, and the collections of these
     */
    void carry(Set<String> gone, Map<String, String> parents) {
        WHOLE.forEach(table -> to.insert(table, all(table)));
        Keys entries = rows.entries();
        carry("entry", entries, List.of("collection", "id"));
        carry("alarm", entries, List.of("collection", "id"));
        Keys links = rows.links();
        carry("link", links, List.of("user_id", "collection", "resource"));
        carry("permission", links, List.of("user_id", "collection", "resource"));
        dropWithoutPlace(gone, parents);
        to.run("alter sequence later_position restart with "
                + (1 + Math.max(latest("entry"), Math.max(latest("link"), latest("alarm")))));
    }

    /** Gives rows the positions that the new seed gives them, in the last column. */
    private static void place(List<@Nullable Object[]> kept, List<@Nullable Object[]> seeded, int columns) {
        Map<List<Object>, @Nullable Object[]> known = new HashMap<>();
        seeded.forEach(row -> known.put(key(row, columns), row));
        for (@Nullable Object[] row : kept) {
            @Nullable Object[] same = known.get(key(row, columns));
            if (same != null) {
                row[row.length - 1] = same[same.length - 1];
            }
        }
    }

    private List<@Nullable Object[]> all(String table) {
        return all(from, table);
    }

    private static List<@Nullable Object[]> all(Sql sql, String table) {
        return sql.many(Sql.Row::all, "select * from " + table);
    }

    private void carry(String table, Keys keys, List<String> columns) {
        List<@Nullable Object[]> kept = all(table).stream()
                .filter(row -> keys.keeps(key(row, columns.size())))
                .toList();
        if (!table.equals("permission")) {
            place(kept, all(to, table), columns.size());
        }
        to.batch(
                "delete from " + table + " where " + String.join(" = ? and ", columns) + " = ?",
                keys.alike().stream().map(List::toArray).toList());
        to.insert(table, kept);
    }

    private static List<Object> key(@Nullable Object[] row, int columns) {
        return List.copyOf(Arrays.asList(Arrays.copyOf(row, columns)));
    }

    /** Drops what calls added to entries, owners or collections that are no longer there. */
    private void dropWithoutPlace(Set<String> gone, Map<String, String> parents) {
        gone.forEach(collection -> to.run("delete from entry" + ADDED + "collection = ?", collection));
        to.run(
                "delete from entry" + ADDED + "owner is not null and owner not like ?"
                        + " and owner not in (select id from entry where collection = 'users')",
                Entry.shared(List.of("%")));
        parents.forEach((collection, parent) -> to.run(
                "delete from entry" + ADDED + "collection = ? and parent is not null"
                        + " and parent not in (select id from entry where collection = ?)",
                collection,
                parent));
        String nowhere = "not exists (select 1 from entry where collection = 'users' and id = user_id)"
                + " or not exists (select 1 from entry e where e.collection = %1$s.collection and e.id = %1$s.resource)";
        to.run("delete from permission where " + nowhere.formatted("permission"));
        to.run("delete from link where " + nowhere.formatted("link"));
        to.run("delete from alarm where not exists"
                + " (select 1 from entry e where e.collection = alarm.collection and e.id = alarm.id)");
    }

    private long latest(String table) {
        return to.one(row -> row.number(1), "select greatest(coalesce(max(position), 0), 999999999) from " + table)
                .orElseThrow();
    }
}
