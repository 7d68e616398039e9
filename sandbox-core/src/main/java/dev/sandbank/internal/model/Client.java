package dev.sandbank.internal.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registered OAuth client.
 *
 * @param id the {@code client_id}
 * @param secret the {@code client_secret}, or null for a public client
 * @param scopes what it may be granted
 * @param grants the grant types it is registered for
 * @param authMethods how it may authenticate at the token endpoint
 * @param boundUser the one user that its own tokens stand for, or null
 * @param disabled whether nothing is issued to it any more and its tokens are refused
 */
public record Client(
        String id,
        @Nullable String secret,
        Scopes scopes,
        List<String> grants,
        List<String> authMethods,
        @Nullable String boundUser,
        boolean disabled) {

    public boolean mayAuthenticateBy(String method) {
        return authMethods.contains(method);
    }

    public Optional<String> user() {
        return Optional.ofNullable(boundUser);
    }

    @Override
    public String toString() {
        return "client " + id;
    }
}
