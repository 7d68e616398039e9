package dev.sandbank.internal.model.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One authorization that a user gave a client by signing in. Every code and token from it belongs to it and is revoked
 * with it.
 *
 * @param id its id; never shown
 * @param client the client
 * @param user the user
 * @param scopes the granted scopes
 * @param login how and when the user authenticated
 * @param nonce the value that the client expects in ID tokens, or null
 * @param claims the {@code claims} parameter as JSON; an empty object if there was none
 * @param consent the id of the user's consent, or null if the bank records none
 * @param revoked whether everything from it is void
 * @param audience the allowed audience of its access tokens; empty for the bank's own API
 */
public record SignIn(
        String id,
        String client,
        String user,
        Scopes scopes,
        Login login,
        @Nullable String nonce,
        String claims,
        @Nullable String consent,
        boolean revoked,
        Audience audience) {

    /**
     * An authentication of a user.
     *
     * @param at when it was
     * @param session the login session, the {@code sid} claim
     * @param acr the authentication context class, or null if none was requested
     * @param amr the authentication methods, separated by spaces
     */
    public record Login(
            Instant at, String session, @Nullable String acr, String amr) {}
}
