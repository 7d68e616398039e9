package dev.sandbank.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements against a database: each its own transaction, or all within one. */
public interface Sql {

    <T> List<T> many(Function<Row, T> read, String statement, @Nullable Object... arguments);

    /** The first row, if there is one. */
    default <T> Optional<T> one(Function<Row, T> read, String statement, @Nullable Object... arguments) {
        return many(read, statement, arguments).stream().findFirst();
    }

    /** Runs a change and returns how many rows it touched. */
    int run(String statement, @Nullable Object... arguments);

    /** Adds rows to a table, each with all of its columns. */
    void insert(String table, List<@Nullable Object[]> rows);

    /** Runs one change for many rows. */
    void batch(String statement, List<@Nullable Object[]> rows);

    /** One row of a result; columns count from 1. */
    interface Row {

        String text(int column);

        @Nullable
        String textOrNull(int column);

        long number(int column);

        boolean flag(int column);
    }
}
