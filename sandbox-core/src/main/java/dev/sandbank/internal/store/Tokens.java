package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Scopes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Access tokens and what they stand for. Only a token's SHA-256 is kept, never the token. */
public final class Tokens {

    private final Sql sql;

    Tokens(Sql sql) {
        this.sql = sql;
    }

    public void add(String token, Grant grant) {
        sql.run(
                "insert into token values (?, ?, ?, ?, ?, ?, ?)",
                hash(token),
                grant.client(),
                grant.forUser().orElse(null),
                grant.scopes().toString(),
                grant.issuedAt().toEpochMilli(),
                grant.expiresAt().toEpochMilli(),
                grant.revoked());
    }

    /** What a token stands for, revoked and expired ones included; comparison is exact. */
    public Optional<Grant> find(String token) {
        return sql.one(
                Tokens::read,
                "select client, user_id, scopes, issued_at, expires_at, revoked from token where hash = ?",
                hash(token));
    }

    /** Takes a token back; returns false if it was never issued here. */
    public boolean revoke(String token) {
        return sql.run("update token set revoked = true where hash = ?", hash(token)) == 1;
    }

    /** Ends a token's life at the given moment; returns false if it was never issued here. */
    public boolean expire(String token, Instant at) {
        return sql.run("update token set expires_at = ? where hash = ?", at.toEpochMilli(), hash(token)) == 1;
    }

    public int revokeOfUser(String user) {
        return sql.run("update token set revoked = true where user_id = ?", user);
    }

    public int revokeOfClient(String client) {
        return sql.run("update token set revoked = true where client = ?", client);
    }

    private static Grant read(Sql.Row row) {
        return new Grant(
                row.text(1),
                row.textOrNull(2),
                Scopes.parse(row.text(3)),
                Instant.ofEpochMilli(row.number(4)),
                Instant.ofEpochMilli(row.number(5)),
                row.flag(6));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
