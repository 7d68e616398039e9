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
 * A database in memory that nobody else can open; only it and {@link Statements} run SQL with {@code java.sql}.
 *
 * <p>It has one connection, which one thread at a time uses, in the order in which the threads came. So no thread sees
 * the unfinished changes of another one, and a thread that releases the connection and wants it again keeps no other
 * thread out.
 *
 * <p>It removes its driver from the {@code DriverManager}, so that Sandbank does not answer an application's own {@code
 * jdbc:h2:} URLs.
 */
final class Database implements Sql, AutoCloseable {

    /**
     * A database without a name belongs to its connection and ends with it. Results are not cached, because some are
     * rolled back.
     */
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

    /** Opens a new database that holds only a seed. */
    static Database open(Seed seed) {
        Driver.unload();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(URL);
        try {
            Connection connection = source.getConnection();
            Database database = new Database(connection, new Statements(connection), new Changes());
            Schema.TABLES.forEach(database::run);
            return database.filled(sql -> Schema.indexed(sql, seed.writeTo(sql)));
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

    /** Runs statements that all happen or none; inside another transaction they are part of it. */
    <T> T inTransaction(Function<Sql, T> work) {
        return alone(session -> session.inTransaction(work, true));
    }

    /** Runs work, then undoes all of its statements. */
    <T> T rehearse(Function<Sql, T> work) {
        return alone(session -> session.inTransaction(work, false));
    }

    /** Runs work in a transaction, and undoes it if the result is not to be kept. */
    <T> T undoable(Supplier<T> work, Predicate<T> kept) {
        return alone(session -> session.undoable(work, kept));
    }

    /** Whether the calling thread has the connection. */
    boolean isMine() {
        return lock.isHeldByCurrentThread();
    }

    /** Hands the database over as it is: from now on only the returned object can use it. */
    Database handOver() {
        end();
        lock.lock();
        try {
            return new Database(connection, statements, changes);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends this object's access before it takes the lock, so that threads that have or await the lock stop at their
     * next statement.
     */
    private void end() {
        if (ended) {
            throw closed();
        }
        ended = true;
    }

    /** Makes the database hold only a seed; rows that have not changed since it last did stay as they are. */
    Database filledWith(Seed seed) {
        return filledWith(seed, () -> {});
    }

    /** Does the same, and runs something in the same transaction. */
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

    /** Runs statements on one connection. */
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
                        all.add(read.apply(new Statements.Current(rows)));
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
}
