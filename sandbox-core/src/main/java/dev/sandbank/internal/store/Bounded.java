package dev.sandbank.internal.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs statements, but adds to the state only what there is {@linkplain Room room} for. */
record Bounded(Sql sql, Room room) implements Sql {

    @Override
    public <T> List<T> many(Function<Row, T> read, String statement, @Nullable Object... arguments) {
        return sql.many(read, statement, arguments);
    }

    @Override
    public int run(String statement, @Nullable Object... arguments) {
        if (statement.startsWith("insert")) {
            room.take(Room.ROW + textsOf(arguments), sql);
        } else if (statement.startsWith("update")) {
            room.change(textsOf(arguments), sql);
        }
        int rows = sql.run(statement, arguments);
        if (rows > 0 && (statement.startsWith("delete") || statement.contains("set expires_at"))) {
            room.given();
        }
        return rows;
    }

    @Override
    public void insert(String table, List<@Nullable Object[]> rows) {
        sql.insert(table, rows);
    }

    @Override
    public void batch(String statement, List<@Nullable Object[]> rows) {
        sql.batch(statement, rows);
    }

    private static long textsOf(@Nullable Object... arguments) {
        long characters = 0;
        for (Object argument : arguments) {
            if (argument instanceof String text) {
                characters += text.length();
            }
        }
        return characters;
    }
}
