package dev.sandbank.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.h2.Driver;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that nobody else can open; the only class that knows {@code java.sql}.
 *
 * <p>The driver is taken off the {@code DriverManager}: an embedding program's own {@code jdbc:h2:} URLs are not ours to
 * answer.
 */
final class Database implements Sql, AutoCloseable {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=10000";
    private static final int MOST_CONNECTIONS = 64;

    private final JdbcConnectionPool pool;

    private Database(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static Database open() {
        Driver.unload();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:sandbank-" + UUID.randomUUID() + OPTIONS);
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(MOST_CONNECTIONS);
        return new Database(pool);
    }

    @Override
    public <T> List<T> many(Function<Row, T> read, String statement, @Nullable Object... arguments) {
        return with(connection -> new Session(connection).many(read, statement, arguments));
    }

    @Override
    public int run(String statement, @Nullable Object... arguments) {
        return with(connection -> new Session(connection).run(statement, arguments));
    }

    @Override
    public void batch(String statement, List<@Nullable Object[]> rows) {
        inTransaction(sql -> {
            sql.batch(statement, rows);
            return rows.size();
        });
    }

    /** Runs statements that happen together or not at all. */
    <T> T inTransaction(Function<Sql, T> work) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(new Session(connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    @Override
    public void close() {
        try (Connection connection = pool.getConnection();
                PreparedStatement shutdown = connection.prepareStatement("shutdown immediately")) {
            shutdown.execute();
        } catch (SQLException alreadyGone) {
            // closing the connection of a database that was just shut down says so by throwing
        } finally {
            pool.dispose();
        }
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Statements on one connection. */
    private record Session(Connection connection) implements Sql {

        @Override
        public <T> List<T> many(Function<Row, T> read, String text, @Nullable Object... arguments) {
            try (PreparedStatement statement = prepared(text, arguments);
                    ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(read.apply(new Current(rows)));
                }
                return all;
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }

        @Override
        public int run(String text, @Nullable Object... arguments) {
            try (PreparedStatement statement = prepared(text, arguments)) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }

        @Override
        public void batch(String text, List<@Nullable Object[]> rows) {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (@Nullable Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }

        private PreparedStatement prepared(String text, @Nullable Object... arguments) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(text);
            bind(statement, arguments);
            return statement;
        }

        private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
        }
    }

    /** The row that a result stands on. */
    private record Current(ResultSet rows) implements Row {

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
                throw new StoreException(e);
            }
        }

        @Override
        public long number(int column) {
            try {
                return rows.getLong(column);
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }

        @Override
        public boolean flag(int column) {
            try {
                return rows.getBoolean(column);
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }
    }
}
