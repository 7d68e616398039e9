package dev.sandbank.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one connection, kept for the next time: the database itself forgets what it parsed whenever something is rolled
 * back, and every rehearsal is.
 *
 * <p>One thread at a time has them. One that is in use is not here, so that reading a row may run the same statement again.
 */
final class Statements {

    /** There are fewer texts than that, as none has a value in it. */
    private static final int MOST = 256;

    /** From so many rows on it is worth a long statement. */
    private static final int MANY = 1000;

    private static final int TOGETHER = 100;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a statement. */
    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Uses a statement and keeps it, unless it failed. */
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

    /** Adds rows: of many, a hundred by each statement. */
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

    /** Runs one change for many rows. */
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
}
