package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.Scopes;
import java.time.Instant;
import java.util.Optional;

/** Access and refresh tokens and what they stand for. Only a token's SHA-256 is kept, never the token. */
public final class Tokens {

    /** What a token is good for; neither passes for the other. */
    public enum Kind {
        ACCESS,
        REFRESH
    }

    private final Sql sql;

    Tokens(Sql sql) {
        this.sql = sql;
    }

    public void add(Kind kind, String token, Grant grant) {
        sql.run(
                "insert into token values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Hash.hex(token),
                kind.name(),
                grant.client(),
                grant.user(),
                grant.signIn(),
                grant.scopes().toString(),
                grant.issuedAt().toEpochMilli(),
                grant.expiresAt().toEpochMilli(),
                grant.signedBy(),
                grant.spent(),
                grant.revoked());
    }

    /** What an access token stands for, revoked and expired ones included; comparison is exact. */
    public Optional<Grant> find(String token) {
        return find(Kind.ACCESS, token);
    }

    public Optional<Grant> find(Kind kind, String token) {
        return sql.one(
                Tokens::read,
                "select t.client, t.user_id, t.sign_in, t.scopes, t.issued_at, t.expires_at, t.signed_by, t.spent,"
                        + " t.revoked or coalesce(s.revoked, false)"
                        + " from token t left join sign_in s on s.id = t.sign_in where t.hash = ? and t.kind = ?",
                Hash.hex(token),
                kind.name());
    }

    /** Marks a refresh token as exchanged; false if that, or a revocation, has happened before. */
    public boolean spend(String token) {
        return sql.run(
                        "update token set spent = true where hash = ? and spent = false and revoked = false",
                        Hash.hex(token))
                == 1;
    }

    /** Takes a token back; returns false if it was never issued here. */
    public boolean revoke(String token) {
        return sql.run("update token set revoked = true where hash = ?", Hash.hex(token)) == 1;
    }

    /** Ends a token's life at the given moment; returns false if it was never issued here. */
    public boolean expire(String token, Instant at) {
        return sql.run("update token set expires_at = ? where hash = ?", at.toEpochMilli(), Hash.hex(token)) == 1;
    }

    public int revokeOfUser(String user) {
        return sql.run("update token set revoked = true where user_id = ? and not revoked", user);
    }

    public int revokeOfClient(String client) {
        return sql.run("update token set revoked = true where client = ?", client);
    }

    /** Takes back what a key signed that is no longer trusted. */
    public int revokeSignedBy(String keyId) {
        return sql.run("update token set revoked = true where signed_by = ?", keyId);
    }

    /** Takes back the refresh tokens of a login session, except where the user allowed offline access. */
    public int revokeRefreshOfSession(String session) {
        return sql.run(
                "update token set revoked = true where kind = 'REFRESH' and sign_in in"
                        + " (select id from sign_in where session = ? and ' ' || scopes || ' ' not like '% offline\\_access %')",
                session);
    }

    private static Grant read(Sql.Row row) {
        return new Grant(
                row.text(1),
                row.textOrNull(2),
                row.textOrNull(3),
                Scopes.parse(row.text(4)),
                Instant.ofEpochMilli(row.number(5)),
                Instant.ofEpochMilli(row.number(6)),
                row.textOrNull(7),
                row.flag(8),
                row.flag(9));
    }
}
