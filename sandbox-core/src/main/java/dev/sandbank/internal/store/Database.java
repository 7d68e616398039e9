package dev.sandbank.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that nobody else can open; it and {@link Statements} alone run SQL by {@code java.sql}.
 *
 * <p>It has one connection, and one thread at a time has it, in the order in which they came: so nobody sees what another
 * has half done, and nobody who gives it back and wants it again keeps others out.
 *
 * <p>The driver is taken off the {@code DriverManager}: an embedding program's own {@code jdbc:h2:} URLs are not ours to
 * answer.
 */
final class Database implements Sql, AutoCloseable {

    /** Without a name a database belongs to its connection, and ends with it. Results are not kept: some are rolled back. */
    private static final String URL = "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE"
            + ";QUERY_CACHE_SIZE=0;OPTIMIZE_REUSE_RESULTS=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Connection connection;
    private final Statements statements;
    private final Changes changes;
    private volatile boolean ended;

    private Database(Connection connection, Statements statements, Changes changes) {
        this.connection = connection;
        this.statements = statements;
        this.changes = changes;
    }

    /** A new database that holds a seed and nothing else. */
    static Database open(Seed seed) {
        Driver.unload();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(URL);
        try {
            Connection connection = source.getConnection();
            Database database = new Database(connection, new Statements(connection), new Changes());
            Schema.TABLES.forEach(database::run);
            return database.filled(seed::writeTo);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    @Override
    public <T> List<T> many(Function<Row, T> read, String statement, @Nullable Object... arguments) {
        return alone(session -> session.many(read, statement, arguments));
    }

    @Override
    public int run(String statement, @Nullable Object... arguments) {
        return alone(session -> session.run(statement, arguments));
    }

    @Override
    public void insert(String table, List<@Nullable Object[]> rows) {
        inTransaction(sql -> {
            sql.insert(table, rows);
            return rows.size();
        });
    }

    @Override
    public void batch(String statement, List<@Nullable Object[]> rows) {
        inTransaction(sql -> {
            sql.batch(statement, rows);
            return rows.size();
        });
    }

    /** Runs statements that happen together or not at all; within another such work they are a part of it. */
    <T> T inTransaction(Function<Sql, T> work) {
        return alone(session -> session.inTransaction(work, true));
    }

    /** Runs work whose statements, all of them, are undone in the end. */
    <T> T rehearse(Function<Sql, T> work) {
        return alone(session -> session.inTransaction(work, false));
    }

    /** Runs work within a transaction, and undoes what it did if that is not to be kept. */
    <T> T undoable(Supplier<T> work, Predicate<T> kept) {
        return alone(session -> session.undoable(work, kept));
    }

    /** Whether the calling thread has it. */
    boolean isMine() {
        return lock.isHeldByCurrentThread();
    }

    /** Hands the database over as it is: from now on only the returned one reaches it. */
    Database handOver() {
        end();
        lock.lock();
        try {
            return new Database(connection, statements, changes);
        } finally {
            lock.unlock();
        }
    }

    /** Before the lock: whoever has it or waits for it stops at its next statement. */
    private void end() {
        if (ended) {
            throw closed();
        }
        ended = true;
    }

    /** Has it hold a seed and nothing else; what was not changed since it last did is not touched. */
    Database filledWith(Seed seed) {
        return filledWith(seed, () -> {});
    }

    /** The same, with something that happens with it. */
    Database filledWith(Seed seed, Runnable meanwhile) {
        return filled(sql -> {
            meanwhile.run();
            return seed.restoreTo(sql, changes.since(seed));
        });
    }

    private Database filled(Function<Sql, Seed> work) {
        return alone(session -> {
            changes.none(new Session(connection, statements, new Changes()).inTransaction(work, true));
            return this;
        });
    }

    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of(e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T alone(Function<Session, T> work) {
        lock.lock();
        try {
            if (ended) {
                throw closed();
            }
            return work.apply(new Session(connection, statements, changes));
        } finally {
            lock.unlock();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("this sandbox was closed");
    }

    /** Statements on one connection. */
    private record Session(Connection connection, Statements statements, Changes changes) implements Sql {

        <T> T inTransaction(Function<Sql, T> work, boolean kept) {
            try {
                return connection.getAutoCommit() ? allOrNothing(work, kept) : work.apply(this);
            } catch (SQLException e) {
                throw StoreException.of(e);
            }
        }

        <T> T undoable(Supplier<T> work, Predicate<T> kept) {
            try {
                Savepoint before = connection.setSavepoint();
                T result = work.get();
                if (!kept.test(result)) {
                    connection.rollback(before);
                }
                return result;
            } catch (SQLException e) {
                throw StoreException.of(e);
            }
        }

        private <T> T allOrNothing(Function<Sql, T> work, boolean kept) throws SQLException {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(this);
                if (kept) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }

        @Override
        public <T> List<T> many(Function<Row, T> read, String text, @Nullable Object... arguments) {
            return statements.with(text, statement -> {
                Statements.bind(statement, arguments);
                List<T> all = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        all.add(read.apply(new Current(rows)));
                    }
                }
                return all;
            });
        }

        @Override
        public int run(String text, @Nullable Object... arguments) {
            changes.note(text, arguments);
            return statements.with(text, statement -> {
                Statements.bind(statement, arguments);
                return statement.executeUpdate();
            });
        }

        @Override
        public void insert(String table, List<@Nullable Object[]> rows) {
            changes.noteInsert(table, rows);
            statements.insert(table, rows);
        }

        @Override
        public void batch(String text, List<@Nullable Object[]> rows) {
            rows.forEach(row -> changes.note(text, row));
            statements.batch(text, rows);
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
        public boolean flag(int column) {
            try {
                return rows.getBoolean(column);
            } catch (SQLException e) {
                throw StoreException.of(e);
            }
        }
    }
}
