package dev.sandbank.internal.model.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token stands for.
 *
 * @param client the client it was issued to
 * @param user the user it was issued for, or null where it denotes the client itself
 * @param signIn the sign-in it came of, or null if nobody signed in
 * @param consent the id of the consent that the user gave by that, or null where the bank keeps none
 * @param scopes what was granted
 * @param content what it says besides
 * @param issuedAt when it was issued
 * @param expiresAt from when on it is refused
 * @param signedBy the id of the key that signed it, or null if it is opaque
 * @param spent whether it was exchanged for a newer one
 * @param revoked whether it, or the sign-in it came of, was taken back
 */
public record Grant(
        String client,
        @Nullable String user,
        @Nullable String signIn,
        @Nullable String consent,
        Scopes scopes,
        TokenContent content,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String signedBy,
        boolean spent,
        boolean revoked) {

    /** The last second that is written with four digits of the year. */
    private static final Instant NEVER = Instant.ofEpochSecond(253_402_300_799L);

    /** A fresh one. */
    public static Grant fresh(
            String client, @Nullable String user, @Nullable String signIn, Scopes scopes, Instant at, Duration life) {
        return new Grant(
                client, user, signIn, null, scopes, TokenContent.usual(), at, at.plus(life), null, false, false);
    }

    /** What a credential that never expires stands for: a key, a pair, or a fixed token. */
    public static Grant lasting(String client, @Nullable String user, Scopes scopes, Instant at, boolean revoked) {
        return new Grant(client, user, null, null, scopes, TokenContent.usual(), at, NEVER, null, false, revoked);
    }

    /** That of a call that nobody need prove to be theirs. */
    public static Grant ofNobody(Instant at) {
        return lasting("", null, Scopes.NONE, at, false);
    }

    public boolean isOfNobody() {
        return client.isEmpty();
    }

    public Grant signedBy(String keyId) {
        return new Grant(client, user, signIn, consent, scopes, content, issuedAt, expiresAt, keyId, spent, revoked);
    }

    /** The same as what came of a sign-in. */
    public Grant of(SignIn by) {
        return new Grant(
                client, user, by.id(), by.consent(), scopes, content, issuedAt, expiresAt, signedBy, spent, revoked);
    }

    /** The same with what it says besides. */
    public Grant saying(TokenContent own) {
        return new Grant(client, user, signIn, consent, scopes, own, issuedAt, expiresAt, signedBy, spent, revoked);
    }

    public Optional<String> forUser() {
        return Optional.ofNullable(user);
    }

    public Optional<String> givenBy() {
        return Optional.ofNullable(consent);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public Duration lifetime() {
        return Duration.between(issuedAt, expiresAt);
    }
}
