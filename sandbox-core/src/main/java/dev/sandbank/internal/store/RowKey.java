package dev.sandbank.internal.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which row of a table of entries, or of what is kept about entries, is meant. */
record RowKey(@Nullable Object collection, @Nullable Object id) {

    /** Says of a statement that it is about one row; its last two arguments are which. */
    static final String CONDITION = " where collection = ? and id = ?";

    /** Of a row that begins with it. */
    static RowKey first(@Nullable Object[] row) {
        return new RowKey(row[0], row[1]);
    }

    /** Of arguments that end with it. */
    static RowKey last(@Nullable Object[] arguments) {
        List<@Nullable Object> all = Arrays.asList(arguments);
        return new RowKey(all.get(all.size() - 2), all.get(all.size() - 1));
    }

    @Nullable
    Object[] arguments() {
        return new @Nullable Object[] {collection, id};
    }
}
