package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Preserves tokens, codes, sign-ins and sessions across a reset, within its transaction.
 *
 * @param sql reaches all tables before anybody else does
 */
record KeptTokens(Sql sql) {

    static final Set<String> TABLES = Set.of("token", "code", "sign_in", "session");

    /**
     * The holder of tokens: one value for all tokens with the same client, user and scopes.
     *
     * @param user null for the client itself
     * @param signedIn whether the user signed in
     */
    private record Holder(String client, @Nullable String user, String scopes, boolean signedIn) {

        boolean isIn(Directory directory) {
            return directory.client(client).filter(this::isGranted).isPresent()
                    && Optional.ofNullable(user)
                            .map(id -> isUsable(id, directory))
                            .orElse(true);
        }

        private boolean isGranted(Client known) {
            return !known.disabled() && known.scopes().covers(Scopes.parse(scopes)) && isFor(known);
        }

        /**
         * Whether the user may still hold tokens of the client: a client without users that sign in acts for itself, or
         * for the one user that it is bound to.
         */
        private boolean isFor(Client known) {
            boolean own = !signedIn && Objects.equals(user, known.boundUser());
            return own || (user != null && known.grants().contains(GrantTypes.AUTHORIZATION_CODE));
        }
    }

    private static boolean isUsable(String user, Directory directory) {
        return directory
                .user(user)
                .filter(known -> !known.status().isDisabled())
                .isPresent();
    }

    /** Returns the consents of the sign-ins. */
    List<Entry> consents(String collection, Entries entries) {
        return sql
                .many(row -> row.text(1), "select consent from sign_in where consent is not null and revoked = false")
                .stream()
                .flatMap(id -> entries.find(collection, id).stream())
                .toList();
    }

    /** Moves their times with the clock, so that their remaining lifetimes stay the same. */
    void move(Duration step) {
        long millis = step.toMillis();
        if (millis != 0) {
            sql.run(
                    "update token set issued_at = issued_at + ?, expires_at = expires_at + ?, spent_at = spent_at + ?",
                    millis,
                    millis,
                    millis);
            sql.run("update code set expires_at = expires_at + ?", millis);
            sql.run("update sign_in set auth_time = auth_time + ?, since = since + ?", millis, millis);
            sql.run(
                    "update session set auth_time = auth_time + ?, expires_at = expires_at + ?, ends_at = ends_at + ?",
                    millis,
                    millis,
                    millis);
        }
    }

    /** Revokes what a client or user holds if it no longer exists, is disabled, or may not have it. */
    void revokeUnlessHeldBy(Directory directory) {
        revokeUnlessHeldBy(directory, "token", "sign_in is not null");
        revokeUnlessHeldBy(directory, "sign_in", "true");
        sql.many(row -> row.text(1), "select distinct user_id from session where ended = false").stream()
                .filter(user -> !isUsable(user, directory))
                .forEach(user -> sql.run("update session set ended = true where user_id = ?", user));
    }

    private void revokeUnlessHeldBy(Directory directory, String table, String signedIn) {
        List<Holder> holders = sql.many(
                row -> new Holder(row.text(1), row.textOrNull(2), row.text(3), row.flag(4)),
                "select distinct client, user_id, scopes, " + signedIn + " from " + table + " where revoked = false");
        holders.stream()
                .filter(holder -> !holder.isIn(directory))
                .forEach(holder -> sql.run(
                        "update " + table + " set revoked = true where client = ? and user_id is not distinct from ?"
                                + " and scopes = ? and (" + signedIn + ") = ?",
                        holder.client(),
                        holder.user(),
                        holder.scopes(),
                        holder.signedIn()));
    }
}
