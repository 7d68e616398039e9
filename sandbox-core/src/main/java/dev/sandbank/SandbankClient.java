package dev.sandbank;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One OAuth client of a sandbox, in its present state; changes take effect at once. */
@Stable
public interface SandbankClient {

    /** The {@code client_id}. */
    String id();

    /**
     * The {@code client_secret}.
     *
     * @throws IllegalStateException if it is a public client
     */
    String secret();

    /**
     * Changes the secret: the sandbox refuses the old one at once, but tokens that the client has stay good.
     *
     * @param secret 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     * @throws IllegalStateException if it is a client without a secret
     */
    void setSecret(String secret);

    /** The one user that the client's own tokens stand for, if any. */
    Optional<String> boundUser();

    /** The scopes that the client may have. */
    Set<String> scopes();

    /**
     * Changes the scopes that the client may have from now on; tokens that it has keep their scopes.
     *
     * @throws IllegalArgumentException if the bank does not know a scope
     */
    void setScopes(String... scopes);

    /** Whether the client is disabled, and gets no tokens. */
    boolean isDisabled();

    /**
     * Changes claims of the client in tokens, introspection and userinfo; claims that you do not name stay. A JWT that the client
     * has keeps the claims with which it was issued.
     *
     * <pre>{@code bank.client("jwt-app").claims(Map.of("tenant", "acme"));}</pre>
     *
     * @param claims strings, numbers, Booleans, lists and maps by name, with templates as in the fixture; null removes a claim
     * @throws IllegalArgumentException if a fixture could not have them: reserved names, too many, too deep, too large
     */
    void claims(Map<String, ?> claims);

    /**
     * Disables the client: it gets no new tokens, and all its tokens are revoked.
     *
     * @throws IllegalArgumentException if it is disabled already
     */
    void disable();

    /** Lets the client get tokens again; revoked tokens stay revoked. */
    void enable();
}
