package dev.sandbank.internal.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The replies to calls with idempotency keys, as long as the keys are valid. It keeps only a key's SHA-256. */
public final class AnsweredCalls {

    private final Sql sql;
    private final Supplier<Instant> now;

    AnsweredCalls(Sql sql, Supplier<Instant> now) {
        this.sql = sql;
        this.now = now;
    }

    /**
     * The reply to an earlier call.
     *
     * @param request a hash that tells the request from others
     * @param made the id of the entry that the call made, or an empty text
     * @param reply the reply
     */
    public record Answered(String request, String made, Reply reply) {}

    /**
     * Finds the first call that had a key, if the key is still valid.
     *
     * @param key the key, with its client and user
     */
    public Optional<Answered> find(String key) {
        return sql.one(
                row -> new Answered(
                        row.text(1), row.text(2), new Reply((int) row.number(3), headers(row.text(4)), row.text(5))),
                "select request, made, status, headers, body from answered where hash = ? and expires_at > ?",
                Hash.hex(key),
                now.get().toEpochMilli());
    }

    public void remember(String key, Answered answered, Duration life) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        answered.reply().headers().forEach(headers::put);
        sql.run("delete from answered where hash = ?", Hash.hex(key));
        sql.run(
                "insert into answered values (?, ?, ?, ?, ?, ?, ?)",
                Hash.hex(key),
                answered.request(),
                answered.made(),
                answered.reply().status(),
                headers.toString(),
                answered.reply().body(),
                now.get().plus(life).toEpochMilli());
    }

    private static Map<String, String> headers(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        StoredDocuments.parse(json)
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }
}
