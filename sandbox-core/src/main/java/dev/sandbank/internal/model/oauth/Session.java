package dev.sandbank.internal.model.oauth;

import java.time.Instant;
import java.util.List;
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
 * @param picks ids of what the user consents to, none for all there is; null as long as the user is to be asked
 */
public record Session(
        String id,
        String user,
        Instant authTime,
        Instant expiresAt,
        @Nullable String acr,
        String amr,
        @Nullable List<String> picks) {

    public Session {
        picks = picks == null ? null : List.copyOf(picks);
    }

    /** The same, of a user who picks these. */
    public Session picking(List<String> ids) {
        return new Session(id, user, authTime, expiresAt, acr, amr, ids);
    }
}
