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
 * @param authTime when the user authenticated
 * @param session the login session, the {@code sid} claim
 * @param nonce the value that the client expects in ID tokens, or null
 * @param acr the authentication context class, or null if none was requested
 * @param amr the authentication methods, separated by spaces
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
        Instant authTime,
        String session,
        @Nullable String nonce,
        @Nullable String acr,
        String amr,
        String claims,
        @Nullable String consent,
        boolean revoked,
        Audience audience) {}
