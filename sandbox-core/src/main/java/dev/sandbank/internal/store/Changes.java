package dev.sandbank.internal.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in a database since it held only a seed.
 *
 * <p>It sees every statement that is not a query. A statement that names its row changed that row, any other statement
 * the whole table, and one that cannot be parsed everything. So it may name too many rows, but never too few.
 */
final class Changes {

    private static final int MOST_ROWS = 1_000;
    private static final Pattern CHANGE = Pattern.compile("(insert into|update|delete from|truncate table) (\\w+)");
    private static final Set<String> KEYED = Set.of("entry", "alarm");

    private final Map<String, Set<RowKey>> rows = new HashMap<>();
    private final Set<String> wholes = new HashSet<>();
    private @Nullable Seed seed;

    /**
     * Returns the changes since the database held this seed; if it held another one, everything has changed.
     *
     * @param wanted the seed
     */
    Changes since(Seed wanted) {
        return seed == wanted ? this : new Changes();
    }

    /** Starts again: the database now holds only this seed. */
    void none(Seed held) {
        rows.clear();
        wholes.clear();
        seed = held;
    }

    void note(String statement, @Nullable Object... arguments) {
        Matcher change = CHANGE.matcher(statement);
        if (!change.lookingAt()) {
            seed = null;
        } else if (KEYED.contains(change.group(2)) && change.group(1).equals("insert into")) {
            note(change.group(2), RowKey.first(arguments));
        } else if (KEYED.contains(change.group(2)) && statement.endsWith(RowKey.CONDITION)) {
            note(change.group(2), RowKey.last(arguments));
        } else {
            wholes.add(change.group(2));
        }
    }

    void noteInsert(String table, List<@Nullable Object[]> added) {
        if (KEYED.contains(table) && added.size() < MOST_ROWS) {
            added.forEach(row -> note(table, RowKey.first(row)));
        } else if (!added.isEmpty()) {
            wholes.add(table);
        }
    }

    private void note(String table, RowKey key) {
        Set<RowKey> keys = rows.computeIfAbsent(table, named -> new HashSet<>());
        if (keys.size() < MOST_ROWS) {
            keys.add(key);
        } else {
            wholes.add(table);
        }
    }

    boolean isOfWhole(String table) {
        return seed == null || wholes.contains(table);
    }

    Set<RowKey> rowsOf(String table) {
        return rows.getOrDefault(table, Set.of());
    }
}
