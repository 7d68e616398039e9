package dev.sandbank.internal.model.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grant behind a token.
 *
 * @param client the client it was issued to
 * @param user the user it was issued for, or null if it stands for the client itself
 * @param signIn the sign-in behind it, or null if nobody signed in
 * @param consent the id of the consent that the user gave at sign-in, or null if the bank records none
 * @param scopes the granted scopes
 * @param content the token's own audience and claims
 * @param issuedAt when it was issued
 * @param expiresAt when it expires
 * @param signedBy the id of the key that signed it, or null if it is opaque
 * @param spent whether it was exchanged for a newer one
 * @param revoked whether it, or the sign-in behind it, was revoked
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

    /** The last second that is written with a four-digit year. */
    private static final Instant NEVER = Instant.ofEpochSecond(253_402_300_799L);

    /** Makes a new grant. */
    public static Grant fresh(
            String client, @Nullable String user, @Nullable String signIn, Scopes scopes, Instant at, Duration life) {
        return new Grant(
                client, user, signIn, null, scopes, TokenContent.usual(), at, at.plus(life), null, false, false);
    }

    /** Makes the grant of a credential that never expires: a key, a pair, or a fixed token. */
    public static Grant lasting(String client, @Nullable String user, Scopes scopes, Instant at, boolean revoked) {
        return new Grant(client, user, null, null, scopes, TokenContent.usual(), at, NEVER, null, false, revoked);
    }

    /** Makes the grant of an anonymous call. */
    public static Grant ofNobody(Instant at) {
        return lasting("", null, Scopes.NONE, at, false);
    }

    public boolean isOfNobody() {
        return client.isEmpty();
    }

    public Grant signedBy(String keyId) {
        return new Grant(client, user, signIn, consent, scopes, content, issuedAt, expiresAt, keyId, spent, revoked);
    }

    /** Returns the same grant as part of a sign-in. */
    public Grant of(SignIn by) {
        return new Grant(
                client, user, by.id(), by.consent(), scopes, content, issuedAt, expiresAt, signedBy, spent, revoked);
    }

    /** Returns the same grant with this content. */
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
