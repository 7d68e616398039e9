package dev.sandbank.internal.model.oauth;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login session of a browser.
 *
 * @param id its public name, the {@code sid} claim
 * @param user who signed in
 * @param authTime when the user signed in
 * @param expiresAt when it expires
 * @param acr its authentication context class, or null for none in particular
 * @param amr the authentication methods, separated by spaces
 * @param picks ids of what the user consents to, empty for everything; null until the user has chosen
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

    /** Returns the same session with these picks. */
    public Session picking(List<String> ids) {
        return new Session(id, user, authTime, expiresAt, acr, amr, ids);
    }
}
