package dev.sandbank.internal.model.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One authorization that a user gave a client by signing in; every code and token that comes of it belongs to it, and is
 * revoked with it.
 *
 * @param id names it; never told to anybody
 * @param client the client
 * @param user the user
 * @param scopes what was granted
 * @param authTime when the user proved to be that user
 * @param session the login session, told as {@code sid}
 * @param nonce what the client wants to find in ID tokens, or null
 * @param acr the authentication context class, or null if nobody asked
 * @param amr the authentication methods, with blanks between
 * @param claims the {@code claims} parameter as JSON; an empty object if there was none
 * @param consent the id of the consent that the user gave, or null where the bank keeps none
 * @param revoked whether everything that came of it is void
 * @param audience whom its access tokens may be for, or none for the bank's own API
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
