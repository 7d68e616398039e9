package dev.sandbank.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a store starts with: prepared once for each fixture and written into every new database.
 *
 * <p>It must not change after its first use.
 */
public final class Seed {

    /** The time of an alarm that is due when the sandbox starts. */
    static final long FROM_THE_START = Long.MIN_VALUE;

    private final List<@Nullable Object[]> entries = new ArrayList<>();
    private final List<@Nullable Object[]> links = new ArrayList<>();
    private final List<@Nullable Object[]> permissions = new ArrayList<>();
    private final List<AlarmRow> alarms = new ArrayList<>();
    private long characters;
    private @Nullable Map<String, List<@Nullable Object[]>> rows;

    record AlarmRow(String collection, String id, long at, int turn) {}

    /**
     * Adds an entry after the others.
     *
     * @param document JSON
     * @param createdAt milliseconds, or null for the start of the sandbox
     * @param updatedAt milliseconds, or null for the time of its creation
     */
    public Seed entry(
            String collection,
            String id,
            @Nullable String owner,
            @Nullable String parent,
            String document,
            @Nullable Long createdAt,
            @Nullable Long updatedAt) {
        Long updated = updatedAt == null ? createdAt : updatedAt;
        entries.add(
                new @Nullable Object[] {collection, id, owner, parent, document, createdAt, updated, entries.size()});
        characters += id.length() + document.length();
        return this;
    }

    /** Sets an alarm for an entry at the start of the sandbox. */
    public Seed alarm(String collection, String id) {
        return alarm(collection, id, FROM_THE_START, 0);
    }

    /**
     * Sets an alarm for an entry.
     *
     * @param at the time in milliseconds
     * @param turn its place among alarms of the same time; alarms with the same place come in the order of their
     *     entries
     */
    public Seed alarm(String collection, String id, long at, int turn) {
        alarms.add(new AlarmRow(collection, id, at, turn));
        return this;
    }

    /** Links a user to a resource, with the permissions of this user, possibly none. */
    public Seed link(String user, String collection, String resource, Set<String> allowed, ObjectNode document) {
        links.add(new @Nullable Object[] {user, collection, resource, document.toString(), links.size()});
        allowed.forEach(permission -> permissions.add(new @Nullable Object[] {user, collection, resource, permission}));
        return this;
    }

    /** Returns the bytes that it takes in a store, as a {@link Room} counts them. */
    public long bytes() {
        long rows = 0L + entries.size() + links.size() + permissions.size() + alarms.size();
        return rows * Room.ROW + characters;
    }

    /** Returns what it says of each entry, by collection and id. */
    Map<List<Object>, List<Object>> entries() {
        return byKey(entries, 2, 7);
    }

    /** Returns what it says of each link, by user, collection and resource: its document and permissions. */
    Map<List<Object>, List<Object>> links() {
        Map<List<Object>, List<Object>> all = byKey(links, 3, 4);
        permissions.forEach(row -> all.computeIfPresent(
                Arrays.asList(Arrays.copyOf(row, 3)),
                (link, said) -> Stream.concat(said.stream(), Stream.of(String.valueOf(row[3])))
                        .toList()));
        return all;
    }

    private static Map<List<Object>, List<Object>> byKey(List<@Nullable Object[]> rows, int key, int said) {
        Map<List<Object>, List<Object>> all = new HashMap<>();
        rows.forEach(row -> all.put(
                Arrays.asList(Arrays.copyOf(row, key)),
                Stream.of(row)
                        .skip(key)
                        .limit(said - key)
                        .<Object>map(String::valueOf)
                        .toList()));
        return all;
    }

    /** Writes all rows, before a store uses the database; what began with the sandbox has no time yet. */
    Seed writeTo(Sql sql) {
        rows().forEach(sql::insert);
        return this;
    }

    /** Undoes the changes since all rows were written, so that nothing else remains. */
    Seed restoreTo(Sql sql, Changes changes) {
        for (String table : Schema.NAMES) {
            List<@Nullable Object[]> rows = rows().getOrDefault(table, List.of());
            Set<RowKey> keys = changes.rowsOf(table);
            if (changes.isOfWhole(table)) {
                sql.run("truncate table " + table);
                sql.insert(table, rows);
            } else if (!keys.isEmpty()) {
                sql.batch(
                        "delete from " + table + RowKey.CONDITION,
                        keys.stream().map(RowKey::arguments).toList());
                sql.insert(
                        table,
                        rows.stream()
                                .filter(row -> keys.contains(RowKey.first(row)))
                                .toList());
            }
        }
        return this;
    }

    /** Returns the rows of each table, as they are written every time. */
    private synchronized Map<String, List<@Nullable Object[]>> rows() {
        if (rows == null) {
            rows = Map.of("entry", entries, "link", links, "permission", permissions, "alarm", alarmRows());
        }
        return rows;
    }

    private List<@Nullable Object[]> alarmRows() {
        List<@Nullable Object[]> rows = new ArrayList<>(alarms.size());
        alarms.stream()
                .sorted(Comparator.comparingInt(AlarmRow::turn))
                .forEach(row -> rows.add(new @Nullable Object[] {row.collection(), row.id(), row.at(), rows.size()}));
        return rows;
    }
}
