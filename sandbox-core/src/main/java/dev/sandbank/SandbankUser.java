package dev.sandbank;

import java.util.Map;
import java.util.Set;

/**
 * One user of a sandbox, as it is now; changes take effect at once, for tokens already issued too.
 *
 * <p>What would change nothing is refused: the test that arranges it would pass without it. But {@link #unblock()}, {@link
 * #enable()} and becoming active again may be said in any case, as tests do in the end.
 */
public interface SandbankUser {

    String id();

    /** {@code active}, {@code blocked}, {@code disabled} or a further state of the bank. */
    String status();

    /**
     * Blocks the user at the bank: what that stops is the bank's to say. Tokens stay valid.
     *
     * @throws IllegalArgumentException if the user is blocked already
     */
    void block();

    /** Makes a blocked user active again. */
    void unblock();

    /**
     * Disables the user at the identity provider: all tokens are revoked, and nothing is issued any more.
     *
     * @throws IllegalArgumentException if the user is disabled already
     */
    void disable();

    /** Makes a disabled user active again; tokens that were revoked stay revoked. */
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
     * @throws IllegalArgumentException if there is none of these
     */
    void signOut();

    /**
     * Changes the password that the login page takes; sessions and tokens stay as they are, see {@link #signOut()}.
     *
     * @param password 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     */
    void setPassword(String password);

    /**
     * Changes claims that tokens, introspection and userinfo tell of the user: those that are named; the others stay. Tokens that
     * are JWTs go on saying what they said when they were issued.
     *
     * <pre>{@code bank.user("gus").claims(Map.of("roles", List.of("admin", "ops")));}</pre>
     *
     * @param claims texts, numbers, truth values, lists and maps by name, with templates as in the fixture; null takes a claim out
     * @throws IllegalArgumentException if a fixture could not have them: reserved names, too many, too deep, too large
     */
    void claims(Map<String, ?> claims);

    /**
     * Entitles the user to permissions on a resource, one triple of user, resource and permission each.
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
     * What the user may do on a resource.
     *
     * @throws IllegalArgumentException if the bank has no such resource
     */
    Set<String> permissions(String resource);
}
