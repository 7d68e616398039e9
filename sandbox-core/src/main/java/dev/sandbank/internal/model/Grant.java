package dev.sandbank.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an access token stands for.
 *
 * @param client the client it was issued to
 * @param user the user it was issued for, or null where it denotes the client itself
 * @param scopes what was granted
 * @param issuedAt when it was issued
 * @param expiresAt from when on it is refused
 * @param revoked whether it was taken back before
 */
public record Grant(
        String client, @Nullable String user, Scopes scopes, Instant issuedAt, Instant expiresAt, boolean revoked) {

    public Optional<String> forUser() {
        return Optional.ofNullable(user);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public Duration lifetime() {
        return Duration.between(issuedAt, expiresAt);
    }
}
