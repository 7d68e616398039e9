package dev.sandbank.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs statements in a database: each in its own transaction, or all in one. */
public interface Sql {

    <T> List<T> many(Function<Row, T> read, String statement, @Nullable Object... arguments);

    /** Returns the first row, if there is one. */
    default <T> Optional<T> one(Function<Row, T> read, String statement, @Nullable Object... arguments) {
        return many(read, statement, arguments).stream().findFirst();
    }

    /** Runs a change and returns the number of rows that it changed. */
    int run(String statement, @Nullable Object... arguments);

    /** Adds rows with all columns to a table. */
    void insert(String table, List<@Nullable Object[]> rows);

    /** Runs one change for each of many rows. */
    void batch(String statement, List<@Nullable Object[]> rows);

    /** One row of a result; the first column is 1. */
    interface Row {

        String text(int column);

        @Nullable
        String textOrNull(int column);

        long number(int column);

        boolean flag(int column);

        /** Returns the values of all columns. */
        @Nullable
        Object[] all();
    }
}
