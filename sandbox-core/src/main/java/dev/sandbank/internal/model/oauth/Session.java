package dev.sandbank.internal.model.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login session of a browser.
 *
 * @param id its public name, told as {@code sid}
 * @param user who signed in
 * @param authTime when
 * @param expiresAt from when on it counts for nothing
 * @param acr in which authentication context class, or null if none was reached in particular
 * @param amr by which methods, with blanks between
 */
public record Session(
        String id,
        String user,
        Instant authTime,
        Instant expiresAt,
        @Nullable String acr,
        String amr) {}
