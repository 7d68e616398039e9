package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Code;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.SignIn;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins and the codes that stand for them. Only a code's SHA-256 is kept. */
public final class SignIns {

    private static final String COLUMNS =
            "s.id, s.client, s.user_id, s.scopes, s.auth_time, s.session, s.nonce, s.acr," + " s.claims, s.revoked";

    private final Sql sql;

    SignIns(Sql sql) {
        this.sql = sql;
    }

    public void add(SignIn signIn) {
        sql.run(
                "insert into sign_in values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                signIn.id(),
                signIn.client(),
                signIn.user(),
                signIn.scopes().toString(),
                signIn.authTime().toEpochMilli(),
                signIn.session(),
                signIn.nonce(),
                signIn.acr(),
                signIn.claims(),
                signIn.revoked());
    }

    public Optional<SignIn> find(String id) {
        return sql.one(SignIns::read, "select " + COLUMNS + " from sign_in s where s.id = ?", id);
    }

    /** Voids everything that came of a sign-in: codes, access and refresh tokens. */
    public void revoke(String id) {
        sql.run("update sign_in set revoked = true where id = ?", id);
    }

    public int revokeOfUser(String user) {
        return sql.run("update sign_in set revoked = true where user_id = ? and not revoked", user);
    }

    public void revokeOfClient(String client) {
        sql.run("update sign_in set revoked = true where client = ?", client);
    }

    public void addCode(String text, Code code) {
        sql.run(
                "insert into code values (?, ?, ?, ?, ?, ?, ?)",
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
                        row.text(11),
                        row.textOrNull(12),
                        row.textOrNull(13),
                        Instant.ofEpochMilli(row.number(14)),
                        row.flag(15)),
                "select " + COLUMNS + ", c.redirect_uri, c.challenge, c.challenge_method, c.expires_at, c.spent"
                        + " from code c join sign_in s on s.id = c.sign_in where c.hash = ?",
                Hash.hex(text));
    }

    /** Marks a code as redeemed; false if it was before. */
    public boolean spendCode(String text) {
        return sql.run("update code set spent = true where hash = ? and spent = false", Hash.hex(text)) == 1;
    }

    private static SignIn read(Sql.Row row) {
        return new SignIn(
                row.text(1),
                row.text(2),
                row.text(3),
                Scopes.parse(row.text(4)),
                Instant.ofEpochMilli(row.number(5)),
                row.text(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.text(9),
                row.flag(10));
    }
}
