package dev.sandbank.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prepared statements of one connection, kept for reuse: the database itself forgets what it parsed at each
 * rollback, and every rehearsal ends with one.
 *
 * <p>One thread at a time uses them. A statement in use is not in this cache, so code that reads a row may run the same
 * statement again.
 */
final class Statements {

    /** More than there are different texts, because texts contain no values. */
    private static final int MOST = 256;

    /** The number of rows from which a long statement is faster. */
    private static final int MANY = 1000;

    private static final int TOGETHER = 100;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** What to do with a statement. */
    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Uses a statement, and keeps it unless it failed. */
    <T> T with(String text, Use<T> use) {
        PreparedStatement known = idle.remove(text);
        try {
            PreparedStatement statement = known == null ? connection.prepareStatement(text) : known;
            T result = use.of(statement);
            keep(text, statement);
            return result;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private void keep(String text, PreparedStatement statement) throws SQLException {
        PreparedStatement surplus = idle.size() < MOST ? idle.put(text, statement) : statement;
        if (surplus != null) {
            surplus.close();
        }
    }

    /** Adds rows; if there are many, a hundred with each statement. */
    void insert(String table, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String row = "(" + String.join(", ", Collections.nCopies(rows.get(0).length, "?")) + ")";
        int together = rows.size() < MANY ? 0 : rows.size() - rows.size() % TOGETHER;
        if (together > 0) {
            with(insertion(table, String.join(", ", Collections.nCopies(TOGETHER, row))), statement -> {
                for (int from = 0; from < together; from += TOGETHER) {
                    bind(statement, rows.subList(from, from + TOGETHER));
                    statement.executeUpdate();
                }
                return statement;
            });
        }
        batch(insertion(table, row), rows.subList(together, rows.size()));
    }

    private static String insertion(String table, String rows) {
        return "insert into " + table + " values " + rows;
    }

    /** Runs one change for each of many rows. */
    void batch(String text, List<@Nullable Object[]> rows) {
        with(text, statement -> {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        int index = 1;
        for (@Nullable Object[] row : rows) {
            for (Object value : row) {
                statement.setObject(index++, value);
            }
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    /** The current row of a result. */
    record Current(ResultSet rows) implements Sql.Row {

        @Override
        public String text(int column) {
            String text = textOrNull(column);
            if (text == null) {
                throw new IllegalStateException("column " + column + " is null");
            }
            return text;
        }

        @Override
        public @Nullable String textOrNull(int column) {
            try {
                return rows.getString(column);
            } catch (SQLException e) {
                throw StoreException.of(e);
            }
        }

        @Override
        public long number(int column) {
            try {
                return rows.getLong(column);
            } catch (SQLException e) {
                throw StoreException.of(e);
            }
        }

        @Override
        public @Nullable Object[] all() {
            try {
                @Nullable Object[] all = new @Nullable Object[rows.getMetaData().getColumnCount()];
                for (int column = 0; column < all.length; column++) {
                    all[column] = rows.getObject(column + 1);
                }
                return all;
            } catch (SQLException e) {
                throw StoreException.of(e);
            }
        }

        @Override
        public boolean flag(int column) {
            try {
                return rows.getBoolean(column);
            } catch (SQLException e) {
                throw StoreException.of(e);
            }
        }
    }
}
