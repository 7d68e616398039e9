package dev.sandbank.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
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

    static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }
}
