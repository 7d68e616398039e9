package dev.sandbank;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One OAuth client of a sandbox, as it is now; changes take effect at once. */
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
     * Changes its secret: the old one is refused at once, tokens it already has stay.
     *
     * @param secret 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     * @throws IllegalStateException if it is a client without a secret
     */
    void setSecret(String secret);

    /** The one user that its own tokens stand for. */
    Optional<String> boundUser();

    /** What it may be granted. */
    Set<String> scopes();

    /**
     * Changes what it may be granted from now on; tokens it already has keep their scopes.
     *
     * @throws IllegalArgumentException if the bank does not know a scope
     */
    void setScopes(String... scopes);

    /** Whether nothing is issued to it. */
    boolean isDisabled();

    /**
     * Changes claims that tokens, introspection and userinfo tell of the client: those that are named; the others stay. Tokens that
     * are JWTs go on saying what they said when they were issued.
     *
     * <pre>{@code bank.client("jwt-app").claims(Map.of("tenant", "acme"));}</pre>
     *
     * @param claims texts, numbers, truth values, lists and maps by name, with templates as in the fixture; null takes a claim out
     * @throws IllegalArgumentException if a fixture could not have them: reserved names, too many, too deep, too large
     */
    void claims(Map<String, ?> claims);

    /**
     * Issues nothing to it any more, and revokes all its tokens.
     *
     * @throws IllegalArgumentException if it is disabled already
     */
    void disable();

    /** Lets it have tokens again; those that were revoked stay revoked. */
    void enable();
}
