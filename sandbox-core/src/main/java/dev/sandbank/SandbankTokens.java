package dev.sandbank;

import java.util.Set;

/** Issues, revokes and expires access tokens without HTTP, and refuses what the bank would refuse over HTTP. */
@Stable
public interface SandbankTokens {

    /**
     * Issues a token as the client credentials grant would: one of the client, or of the one user that it is bound to.
     *
     * @param scopes some of the client's scopes; default: all
     * @return the bearer token
     * @throws IllegalArgumentException if the client is unknown, disabled or does not have these scopes
     */
    String forClient(String client, String... scopes);

    /**
     * Issues a token as if the user had signed in through the client and, if the bank asks for consent, consented to everything.
     *
     * @param scopes some of the client's scopes; default: all
     * @return the bearer token
     * @throws IllegalArgumentException if client or user is unknown or disabled, or the client lacks a scope
     */
    String forUser(String client, String user, String... scopes);

    /**
     * Issues a token as if the user had signed in through the client in this way, and given the consent that it names; a JWT
     * access token says so in {@code acr}, {@code amr} and {@code auth_time}.
     *
     * @param scopes some of the client's scopes; default: all
     * @return the bearer token
     * @throws IllegalArgumentException if client or user is unknown or disabled, or the client lacks a scope
     */
    String forUser(String client, String user, Authentication how, String... scopes);

    /**
     * Adds a claim to the tokens that the returned object issues, in a JWT and at introspection, in place of a claim of client or user
     * of the same name:
     *
     * <pre>{@code String token = bank.tokens().claim("roles", List.of("admin")).forUser("jwt-app", "gus");}</pre>
     *
     * <p>Sandbank checks the claim when it issues a token.
     *
     * @param value a string, number, Boolean, list or map, with templates as in the fixture
     * @throws IllegalArgumentException if the value is anything else
     */
    SandbankTokens claim(String name, Object value);

    /**
     * Sets the audience ({@code aud}) of the tokens that the returned object issues, in place of the client's.
     *
     * @param names APIs, such as URLs, in printable characters without blanks; the client need not be allowed to ask for them
     * @throws IllegalArgumentException if there is none, or one is anything else
     */
    SandbankTokens audience(String... names);

    /**
     * Revokes a token: from now on, the sandbox refuses it everywhere.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it, or it is revoked already
     */
    void revoke(String token);

    /**
     * Expires a token now, without moving the clock.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it, or it has expired already
     */
    void expire(String token);

    /**
     * The flaws for which the bank refuses every call of an operation under this fixture: all except {@link TokenFlaw#BLOCKED_SUBJECT}
     * if the bank lets blocked users read, or nobody has a token that stands for a user, and {@link TokenFlaw#OTHER_AUDIENCE} if the
     * setting {@code checkAudience} is off.
     */
    Set<TokenFlaw> flaws();

    /**
     * The flaws for which the bank refuses a call of this operation under this fixture.
     *
     * @param operationId such as {@code createTransfer}
     * @throws IllegalArgumentException if the bank has no such operation
     */
    Set<TokenFlaw> flaws(String operationId);

    /**
     * Makes a bad token, of the fixture's first client that can get one by itself. For {@link TokenFlaw#BLOCKED_SUBJECT}, it takes a
     * client that has a token for an active user, and blocks that user.
     *
     * @throws IllegalStateException if the fixture has no such client
     */
    BadToken bad(TokenFlaw flaw);

    /**
     * Makes a bad token of a client, or of the user that it is bound to.
     *
     * @throws IllegalArgumentException if the client is unknown or disabled
     * @throws IllegalStateException if the flaw needs a user and the client is bound to none
     */
    BadToken bad(TokenFlaw flaw, String client);

    /**
     * Makes a bad token as if the user had signed in through the client.
     *
     * @throws IllegalArgumentException if client or user is unknown or disabled
     */
    BadToken bad(TokenFlaw flaw, String client, String user);
}
