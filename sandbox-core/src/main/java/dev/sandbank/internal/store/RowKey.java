package dev.sandbank.internal.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key of a row in a table of entries, or of data about entries. */
record RowKey(@Nullable Object collection, @Nullable Object id) {

    /** The condition of a statement about one row; the last two arguments of the statement are the key. */
    static final String CONDITION = " where collection = ? and id = ?";

    /** Returns the key of a row that begins with it. */
    static RowKey first(@Nullable Object[] row) {
        return new RowKey(row[0], row[1]);
    }

    /** Returns the key of arguments that end with it. */
    static RowKey last(@Nullable Object[] arguments) {
        List<@Nullable Object> all = Arrays.asList(arguments);
        return new RowKey(all.get(all.size() - 2), all.get(all.size() - 1));
    }

    @Nullable
    Object[] arguments() {
        return new @Nullable Object[] {collection, id};
    }
}
