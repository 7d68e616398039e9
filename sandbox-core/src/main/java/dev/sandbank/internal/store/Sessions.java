package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Session;
import dev.sandbank.internal.store.EntryChanges.SessionEnd;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Login sessions by the SHA-256 of their cookie, the consents of users, and the client assertions that were used. */
public final class Sessions {

    private static final String COOKIES = "select 1 from session t where t.user_id = s.user_id and t.id = s.session";

    private final Sql sql;
    private final Room room;
    private final LongSupplier call;
    private final EntryChanges changes;

    /**
     * @param call returns the number of the call that is being decided
     * @param changes notes which sessions end
     */
    Sessions(Sql sql, Room room, LongSupplier call, EntryChanges changes) {
        this.changes = changes;
        this.sql = sql;
        this.call = call;
        this.room = room;
    }

    public void start(String cookie, Session session) {
        sql.run(
                "insert into session values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Hash.hex(cookie),
                session.id(),
                session.user(),
                session.authTime().toEpochMilli(),
                session.expiresAt().toEpochMilli(),
                false,
                session.acr(),
                session.amr(),
                session.picks() == null ? null : String.join("\n", session.picks()),
                session.expiresAt().toEpochMilli());
    }

    /** Extends a session to a moment, but not beyond the end that it started with. */
    public void until(String id, Instant end) {
        sql.run(
                "update session set expires_at = least(ends_at, ?) where id = ? and ended = false",
                end.toEpochMilli(),
                id);
    }

    /** Returns the session of a cookie, unless it has ended. */
    public Optional<Session> find(String cookie) {
        return sql.one(
                row -> new Session(
                        row.text(1),
                        row.text(2),
                        Instant.ofEpochMilli(row.number(3)),
                        Instant.ofEpochMilli(row.number(4)),
                        row.textOrNull(5),
                        row.text(6),
                        picks(row.textOrNull(7))),
                "select id, user_id, auth_time, expires_at, acr, amr, picks from session where hash = ? and ended = false",
                Hash.hex(cookie));
    }

    private static @Nullable List<String> picks(@Nullable String ids) {
        return ids == null ? null : ids.lines().toList();
    }

    /** Ends a session. The clients that the user has signed in to with it may be told. */
    public void end(String id) {
        note("s.session = ?", id);
        voidCookies(id);
    }

    /** Makes the cookies of a session void, if it goes on under another one. */
    public void voidCookies(String id) {
        sql.run("update session set ended = true where id = ?", id);
    }

    /** Notes the sessions that are about to end, for each client that knows of them; also those that a test began. */
    private void note(String which, String value) {
        if (changes.watchesSessions()) {
            changes.note(sql.many(
                    row -> new SessionEnd(row.text(1), row.text(2), row.text(3), call.getAsLong()),
                    "select distinct s.client, s.user_id, s.session from sign_in s where " + which
                            + " and (' ' || s.scopes || ' ' like '% openid %' and exists (" + COOKIES
                            + " and not t.ended) or not s.revoked and not exists (" + COOKIES + "))",
                    value));
        }
    }

    public int endOfUser(String user) {
        note("s.user_id = ?", user);
        return sql.run("update session set ended = true where user_id = ? and not ended", user);
    }

    /** Returns the scopes that a user has allowed a client so far. */
    public Scopes consented(String user, String client) {
        return Scopes.of(new HashSet<>(sql.many(
                row -> row.text(1), "select scope from consent where user_id = ? and client = ?", user, client)));
    }

    public void consent(String user, String client, Scopes scopes) {
        scopes.names()
                .forEach(scope ->
                        sql.run("insert into consent values (?, ?, ?) on conflict do nothing", user, client, scope));
    }

    /** Records a client assertion's {@code jti}; returns false if it was used before. */
    public boolean useAssertion(String client, String jti, Instant expiresAt) {
        return !room.hasForgotten(expiresAt)
                && sql.run(
                                "insert into assertion values (?, ?, ?, ?) on conflict do nothing",
                                client,
                                Hash.hex(jti),
                                expiresAt.toEpochMilli(),
                                call.getAsLong())
                        == 1;
    }

    /** Returns the number of the call that used a {@code jti}; empty if that record was deleted. */
    public Optional<Long> assertionUsedIn(String client, String jti) {
        return sql.one(
                row -> row.number(1),
                "select used_in from assertion where client = ? and jti = ?",
                client,
                Hash.hex(jti));
    }
}
