package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.TokenContent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Access and refresh tokens and their grants. It keeps only a token's SHA-256, never the token. */
public final class Tokens {

    /** The kind of a token; one kind is never accepted as the other. */
    public enum Kind {
        ACCESS,
        REFRESH
    }

    private final Sql sql;
    private final LongSupplier call;
    private final ApiCredentials fixed;

    /**
     * @param call returns the number of the call that is being decided
     * @param fixed tokens that were never issued
     */
    Tokens(Sql sql, LongSupplier call, ApiCredentials fixed) {
        this.sql = sql;
        this.call = call;
        this.fixed = fixed;
    }

    public void add(Kind kind, String token, Grant grant) {
        TokenContent content = grant.content();
        sql.run(
                "insert into token values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, ?, ?, null)",
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
                grant.revoked(),
                text(content.audience()),
                content.claims().isEmpty() ? null : content.claims().toString());
    }

    /** Returns the grant of an access token, even if it is revoked or expired; comparison is exact. */
    public Optional<Grant> find(String token) {
        return find(Kind.ACCESS, token).or(() -> fixed.ofToken(token));
    }

    public Optional<Grant> find(Kind kind, String token) {
        return sql.one(
                Tokens::read,
                "select t.client, t.user_id, t.sign_in, s.consent, t.scopes, t.issued_at, t.expires_at, t.signed_by, t.spent,"
                        + " t.revoked or coalesce(s.revoked, false), t.audience, t.claims"
                        + " from token t left join sign_in s on s.id = t.sign_in where t.hash = ? and t.kind = ?",
                Hash.hex(token),
                kind.name());
    }

    /** Marks a refresh token as exchanged at a moment; returns false if it was exchanged or revoked before. */
    public boolean spend(String token, Instant at) {
        return sql.run(
                        "update token set spent = true, spent_in = ?, spent_at = ?"
                                + " where hash = ? and spent = false and revoked = false",
                        call.getAsLong(),
                        at.toEpochMilli(),
                        Hash.hex(token))
                == 1;
    }

    /** Revokes a token; returns false if it was never issued here. */
    public boolean revoke(String token) {
        return revokeWhere("hash = ?", Hash.hex(token)) == 1;
    }

    /** Makes a token expire at a moment; returns false if it was never issued here. */
    public boolean expire(String token, Instant at) {
        return sql.run("update token set expires_at = ? where hash = ?", at.toEpochMilli(), Hash.hex(token)) == 1;
    }

    public int revokeOfUser(String user) {
        return revokeWhere("user_id = ?", user);
    }

    public int revokeOfClient(String client) {
        return revokeWhere("client = ?", client);
    }

    /** Revokes the access tokens that a client has for a user, or for itself. */
    public void revokeAccessOf(String client, @Nullable String user) {
        sql.run(
                "update token set revoked = true, revoked_in = ? where client = ? and user_id is not distinct from ?"
                        + " and kind = 'ACCESS' and revoked = false",
                call.getAsLong(),
                client,
                user);
    }

    /** Revokes the tokens that a key signed. */
    public int revokeSignedBy(String keyId) {
        return revokeWhere("signed_by = ?", keyId);
    }

    /** Revokes the refresh tokens of a login session, unless the user allowed offline access. */
    public int revokeRefreshOfSession(String session) {
        return revokeWhere(
                "kind = 'REFRESH' and sign_in in"
                        + " (select id from sign_in where session = ? and ' ' || scopes || ' ' not like '% offline\\_access %')",
                session);
    }

    /** Revokes tokens; those that are revoked already keep the call that did it. */
    private int revokeWhere(String which, String value) {
        return sql.run(
                "update token set revoked_in = case when revoked then revoked_in else ? end, revoked = true where "
                        + which,
                call.getAsLong(),
                value);
    }

    /**
     * What happened to the token itself, apart from its sign-in.
     *
     * @param spentIn the number of the call that exchanged it, 0 if none did
     * @param spentAt when it was exchanged
     * @param revoked whether it was revoked
     * @param revokedIn the number of the call that revoked it, 0 if none did
     */
    public record Fate(long spentIn, Instant spentAt, boolean revoked, long revokedIn) {}

    public Optional<Fate> fate(String token) {
        return sql.one(
                row -> new Fate(row.number(1), Instant.ofEpochMilli(row.number(4)), row.flag(2), row.number(3)),
                "select coalesce(spent_in, 0), revoked, coalesce(revoked_in, 0), coalesce(spent_at, 0) from token where hash = ?",
                Hash.hex(token));
    }

    static @Nullable String text(Audience audience) {
        return audience.isEmpty() ? null : audience.value().toString();
    }

    private static Grant read(Sql.Row row) {
        return new Grant(
                row.text(1),
                row.textOrNull(2),
                row.textOrNull(3),
                row.textOrNull(4),
                Scopes.parse(row.text(5)),
                new TokenContent(
                        Audience.of(StoredDocuments.read(row.textOrNull(11))),
                        StoredDocuments.read(row.textOrNull(12))),
                Instant.ofEpochMilli(row.number(6)),
                Instant.ofEpochMilli(row.number(7)),
                row.textOrNull(8),
                row.flag(9),
                row.flag(10));
    }
}
