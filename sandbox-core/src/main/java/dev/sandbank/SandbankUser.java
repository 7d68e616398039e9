package dev.sandbank;

import java.util.Map;
import java.util.Set;

/**
 * One user of a sandbox, in its present state; changes take effect at once, also for tokens that were issued before.
 *
 * <p>A method that would change nothing throws, because the test would pass without it, too. Only {@link #unblock()}, {@link
 * #enable()} and becoming active again never throw for this, because tests tidy up with them.
 */
@Stable
public interface SandbankUser {

    String id();

    /** {@code active}, {@code blocked}, {@code disabled} or another state of the bank. */
    String status();

    /**
     * Blocks the user at the bank, which decides what a blocked user may still do. Tokens stay valid.
     *
     * @throws IllegalArgumentException if the user is blocked already
     */
    void block();

    /** Makes a blocked user active again. */
    void unblock();

    /**
     * Disables the user at the identity provider: all tokens of the user are revoked, and no new ones are issued.
     *
     * @throws IllegalArgumentException if the user is disabled already
     */
    void disable();

    /** Makes a disabled user active again; revoked tokens stay revoked. */
    void enable();

    /**
     * Puts the user into a state of the bank's dialect, such as {@code active}, {@code blocked} or one of its own.
     *
     * @throws IllegalArgumentException if the bank knows no such state, or the user is in it already
     */
    void become(String state);

    /**
     * Signs the user out everywhere: ends the login sessions and revokes all tokens that stand for the user.
     *
     * @throws IllegalArgumentException if the user has no session and no token
     */
    void signOut();

    /**
     * Changes the password for the login page; sessions and tokens stay, see {@link #signOut()}.
     *
     * @param password 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     */
    void setPassword(String password);

    /**
     * Changes claims of the user in tokens, introspection and userinfo; claims that you do not name stay. A JWT that was issued
     * before keeps its claims.
     *
     * <pre>{@code bank.user("gus").claims(Map.of("roles", List.of("admin", "ops")));}</pre>
     *
     * @param claims strings, numbers, Booleans, lists and maps by name, with templates as in the fixture; null removes a claim
     * @throws IllegalArgumentException if a fixture could not have them: reserved names, too many, too deep, too large
     */
    void claims(Map<String, ?> claims);

    /**
     * Gives the user permissions on a resource, such as an account.
     *
     * @throws IllegalArgumentException if the bank has no such resource or permission, or the user holds one already
     */
    void entitle(String resource, String... permissions);

    /**
     * Withdraws permissions on a resource; the user still knows that it exists.
     *
     * @throws IllegalArgumentException if the bank has no such resource or permission, or the user does not hold one
     */
    void withdraw(String resource, String... permissions);

    /**
     * Returns the permissions that the user has on a resource.
     *
     * @throws IllegalArgumentException if the bank has no such resource
     */
    Set<String> permissions(String resource);
}
