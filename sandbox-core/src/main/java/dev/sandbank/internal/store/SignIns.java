package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Code;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.SignIn;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Sign-ins and their authorization codes. It keeps only a code's SHA-256. */
public final class SignIns {

    private static final String COLUMNS =
            "s.id, s.client, s.user_id, s.scopes, s.auth_time, s.session, s.nonce, s.acr, s.amr, s.claims, s.consent,"
                    + " s.revoked, s.audience";

    private final Sql sql;
    private final LongSupplier call;
    private final Supplier<Instant> now;

    /** @param call returns the number of the call that is being decided */
    SignIns(Sql sql, LongSupplier call, Supplier<Instant> now) {
        this.now = now;
        this.sql = sql;
        this.call = call;
    }

    public void add(SignIn signIn) {
        sql.run(
                "insert into sign_in values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?)",
                signIn.id(),
                signIn.client(),
                signIn.user(),
                signIn.scopes().toString(),
                signIn.login().at().toEpochMilli(),
                signIn.login().session(),
                signIn.nonce(),
                signIn.login().acr(),
                signIn.login().amr(),
                signIn.claims(),
                signIn.consent(),
                signIn.revoked(),
                Tokens.text(signIn.audience()),
                now.get().toEpochMilli());
    }

    /** Returns when the sign-in happened here, which may be later than its authentication time. */
    public Optional<Instant> since(String id) {
        return sql.one(row -> Instant.ofEpochMilli(row.number(1)), "select since from sign_in where id = ?", id);
    }

    public Optional<SignIn> find(String id) {
        return sql.one(SignIns::read, "select " + COLUMNS + " from sign_in s where s.id = ?", id);
    }

    /** Revokes everything that a sign-in led to: codes, access and refresh tokens. */
    public void revoke(String id) {
        revokeWhere("id = ?", id);
    }

    public int revokeOfUser(String user) {
        return revokeWhere("user_id = ?", user);
    }

    public void revokeOfClient(String client) {
        revokeWhere("client = ?", client);
    }

    /** Revokes sign-ins; those that are revoked already keep the call that did it. */
    private int revokeWhere(String which, String value) {
        return sql.run(
                "update sign_in set revoked = true, revoked_in = ? where revoked = false and " + which,
                call.getAsLong(),
                value);
    }

    /** Returns the number of the call that revoked a sign-in, 0 if none did. */
    public long revokedIn(String id) {
        return sql.one(row -> row.number(1), "select coalesce(revoked_in, 0) from sign_in where id = ?", id)
                .orElse(0L);
    }

    /** Returns the number of the call that redeemed a code, 0 if none did. */
    public long codeSpentIn(String text) {
        return sql.one(row -> row.number(1), "select coalesce(spent_in, 0) from code where hash = ?", Hash.hex(text))
                .orElse(0L);
    }

    public void addCode(String text, Code code) {
        sql.run(
                "insert into code values (?, ?, ?, ?, ?, ?, ?, null)",
                Hash.hex(text),
                code.signIn().id(),
                code.redirectUri(),
                code.challenge(),
                code.challengeMethod(),
                code.expiresAt().toEpochMilli(),
                code.spent());
    }

    public Optional<Code> findCode(String text) {
        return sql.one(
                row -> new Code(
                        read(row),
                        row.text(14),
                        row.textOrNull(15),
                        row.textOrNull(16),
                        Instant.ofEpochMilli(row.number(17)),
                        row.flag(18)),
                "select " + COLUMNS + ", c.redirect_uri, c.challenge, c.challenge_method, c.expires_at, c.spent"
                        + " from code c join sign_in s on s.id = c.sign_in where c.hash = ?",
                Hash.hex(text));
    }

    /** Marks a code as redeemed; returns false if it was redeemed before. */
    public boolean spendCode(String text) {
        return sql.run(
                        "update code set spent = true, spent_in = ? where hash = ? and spent = false",
                        call.getAsLong(),
                        Hash.hex(text))
                == 1;
    }

    private static SignIn read(Sql.Row row) {
        return new SignIn(
                row.text(1),
                row.text(2),
                row.text(3),
                Scopes.parse(row.text(4)),
                new SignIn.Login(Instant.ofEpochMilli(row.number(5)), row.text(6), row.textOrNull(8), row.text(9)),
                row.textOrNull(7),
                row.text(10),
                row.textOrNull(11),
                row.flag(12),
                Audience.of(StoredDocuments.read(row.textOrNull(13))));
    }
}
