package dev.sandbank;

import java.util.Set;

/** Access tokens without HTTP: issued, revoked and expired by the test. What HTTP would refuse is refused here too. */
public interface SandbankTokens {

    /**
     * Issues what the client credentials grant would: a token of the client, or of the one user it is bound to.
     *
     * @param scopes a part of the client's scopes; none named means all of them
     * @return the token, to be sent as a bearer
     * @throws IllegalArgumentException if the client is unknown, disabled or does not have these scopes
     */
    String forClient(String client, String... scopes);

    /**
     * Issues a token as if the user had signed in through the client and, where the bank asks for that, consented to all there is.
     *
     * @param scopes a part of the client's scopes; none named means all of them
     * @return the token, to be sent as a bearer
     * @throws IllegalArgumentException if client or user is unknown or disabled, or the client lacks a scope
     */
    String forUser(String client, String user, String... scopes);

    /**
     * Issues a token as if the user had signed in through the client in this way, and consented to what it names; a JWT access
     * token says so in {@code acr}, {@code amr} and {@code auth_time}.
     *
     * @param scopes a part of the client's scopes; none named means all of them
     * @return the token, to be sent as a bearer
     * @throws IllegalArgumentException if client or user is unknown or disabled, or the client lacks a scope
     */
    String forUser(String client, String user, Authentication how, String... scopes);

    /**
     * The same, but the tokens that it issues say this as well, in a JWT and at introspection, in the place of what client and user
     * have under this name:
     *
     * <pre>{@code String token = bank.tokens().claim("roles", List.of("admin")).forUser("jwt-app", "gus");}</pre>
     *
     * <p>What the claim is, is asked when a token is issued.
     *
     * @param value a text, number, truth value, list or map, with templates as in the fixture
     * @throws IllegalArgumentException if the value is anything else
     */
    SandbankTokens claim(String name, Object value);

    /**
     * The same, but the tokens that it issues are for these in the place of whom tokens of their client are for ({@code aud}).
     *
     * @param names of APIs, such as URLs, of printable characters without blanks; what the client may ask for does not matter
     * @throws IllegalArgumentException if there is none, or one is anything else
     */
    SandbankTokens audience(String... names);

    /**
     * Takes a token back: from now on it is refused everywhere.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it, or it is revoked already
     */
    void revoke(String token);

    /**
     * Ends a token's life now, without moving the clock.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it, or its life is over already
     */
    void expire(String token);

    /**
     * The flaws for which every guarded call is refused under this fixture: all, but for {@link
     * TokenFlaw#BLOCKED_SUBJECT} where the bank lets blocked users read, or nobody has a token that stands for a user, and {@link
     * TokenFlaw#OTHER_AUDIENCE} where the setting {@code checkAudience} is off.
     */
    Set<TokenFlaw> flaws();

    /**
     * The flaws for which a call of an operation is refused under this fixture.
     *
     * @param operationId such as {@code createTransfer}
     * @throws IllegalArgumentException if the bank has no such operation
     */
    Set<TokenFlaw> flaws(String operationId);

    /**
     * Makes a token that is to be refused, of the fixture's first client that can have one by itself; for {@link
     * TokenFlaw#BLOCKED_SUBJECT} of one that has a token for an active user, whom this blocks.
     *
     * @throws IllegalStateException if the fixture has no such client
     */
    BadToken bad(TokenFlaw flaw);

    /**
     * Makes a token that is to be refused, of a client, or of the user it is bound to.
     *
     * @throws IllegalArgumentException if the client is unknown or disabled
     * @throws IllegalStateException if a user is needed and the client is bound to none
     */
    BadToken bad(TokenFlaw flaw, String client);

    /**
     * Makes a token that is to be refused, as if the user had signed in through the client.
     *
     * @throws IllegalArgumentException if client or user is unknown or disabled
     */
    BadToken bad(TokenFlaw flaw, String client, String user);
}
