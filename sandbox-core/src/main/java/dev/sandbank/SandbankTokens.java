package dev.sandbank;

import dev.sandbank.internal.control.TokenControl;
import dev.sandbank.internal.flaw.Flaw;
import dev.sandbank.internal.flaw.Flawed;
import dev.sandbank.internal.flaw.FlawedTokens;
import dev.sandbank.internal.flaw.Wording.Expected;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Access tokens without HTTP: issued, revoked and expired by the test. What HTTP would refuse is refused here too. */
public final class SandbankTokens {

    private final TokenControl control;

    SandbankTokens(TokenControl control) {
        this.control = control;
    }

    /**
     * Issues what the client credentials grant would: a token of the client, or of the one user it is bound to.
     *
     * @param scopes a part of the client's scopes; none named means all of them
     * @return the token, to be sent as a bearer
     * @throws IllegalArgumentException if the client is unknown, disabled or does not have these scopes
     */
    public String forClient(String client, String... scopes) {
        return control.issue(client, null, List.of(scopes));
    }

    /**
     * Issues a token as if the user had signed in through the client.
     *
     * @param scopes a part of the client's scopes; none named means all of them
     * @return the token, to be sent as a bearer
     * @throws IllegalArgumentException if client or user is unknown or disabled, or the client lacks a scope
     */
    public String forUser(String client, String user, String... scopes) {
        return control.issue(client, user, List.of(scopes));
    }

    /**
     * Takes a token back: from now on it is refused everywhere.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it
     */
    public void revoke(String token) {
        control.revoke(token);
    }

    /**
     * Ends a token's life now, without moving the clock.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it
     */
    public void expire(String token) {
        control.expire(token);
    }

    /**
     * The flaws for which every guarded call is refused under this fixture: all, but for {@link
     * TokenFlaw#BLOCKED_SUBJECT} where the bank lets blocked users read, or nobody has a token that stands for a user.
     */
    public Set<TokenFlaw> flaws() {
        return flawsFor("GET");
    }

    /**
     * The flaws for which a call of an operation is refused under this fixture.
     *
     * @param operationId such as {@code createTransfer}
     * @throws IllegalArgumentException if the bank has no such operation
     */
    public Set<TokenFlaw> flaws(String operationId) {
        return flawsFor(control.at().operation(operationId).method());
    }

    private Set<TokenFlaw> flawsFor(String method) {
        FlawedTokens tokens = new FlawedTokens(control.at());
        return Arrays.stream(TokenFlaw.values())
                .filter(flaw -> tokens.isRefused(Flaw.valueOf(flaw.name()), method))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenFlaw.class)));
    }

    /**
     * Makes a token that is to be refused, of the fixture's first client that can have one by itself; for {@link
     * TokenFlaw#BLOCKED_SUBJECT} of one that has a token for an active user, whom this blocks.
     *
     * @throws IllegalStateException if the fixture has no such client
     */
    public FlawedToken flawed(TokenFlaw flaw) {
        return make(flaw, null, null);
    }

    /**
     * Makes a token that is to be refused, of a client, or of the user it is bound to.
     *
     * @throws IllegalArgumentException if the client is unknown or disabled
     * @throws IllegalStateException if a user is needed and the client is bound to none
     */
    public FlawedToken flawed(TokenFlaw flaw, String client) {
        return make(flaw, client, null);
    }

    /**
     * Makes a token that is to be refused, as if the user had signed in through the client.
     *
     * @throws IllegalArgumentException if client or user is unknown or disabled
     */
    public FlawedToken flawed(TokenFlaw flaw, String client, String user) {
        return make(flaw, client, user);
    }

    private FlawedToken make(TokenFlaw flaw, @Nullable String client, @Nullable String user) {
        Flawed made = new FlawedTokens(control.at()).make(Flaw.valueOf(flaw.name()), client, user);
        Expected expected = made.expected();
        return new FlawedToken(
                flaw, made.authorization(), made.token(), expected.reason(), expected.status(), expected.code());
    }
}
