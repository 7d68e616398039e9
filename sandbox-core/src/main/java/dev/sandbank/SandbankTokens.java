package dev.sandbank;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.User;
import dev.sandbank.internal.store.Directory;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Access tokens without HTTP: issued, revoked and expired by the test. What HTTP would refuse is refused here too. */
public final class SandbankTokens {

    private final Environment environment;
    private final Supplier<Instant> now;

    SandbankTokens(Environment environment, Supplier<Instant> now) {
        this.environment = environment;
        this.now = now;
    }

    /**
     * Issues what the client credentials grant would: a token of the client, or of the one user it is bound to.
     *
     * @param scopes a part of the client's scopes; none named means all of them
     * @return the token, to be sent as a bearer
     * @throws IllegalArgumentException if the client is unknown, disabled or does not have these scopes
     */
    public String forClient(String client, String... scopes) {
        Client known = client(client);
        return issue(known, known.boundUser(), scopes);
    }

    /**
     * Issues a token as if the user had signed in through the client.
     *
     * @param scopes a part of the client's scopes; none named means all of them
     * @return the token, to be sent as a bearer
     * @throws IllegalArgumentException if client or user is unknown or disabled, or the client lacks a scope
     */
    public String forUser(String client, String user, String... scopes) {
        return issue(client(client), user, scopes);
    }

    private String issue(Client client, @Nullable String user, String... scopes) {
        if (user != null) {
            requireUsable(user);
        }
        Scopes wanted = scopes.length == 0 ? client.scopes() : Scopes.of(List.of(scopes));
        if (!client.scopes().covers(wanted)) {
            wanted.names().forEach(scope -> names().require(Kind.SCOPE, scope));
            throw new IllegalArgumentException(client + " has " + client.scopes() + ", not all of " + wanted);
        }
        return environment
                .tokenServer()
                .issuance()
                .accessToken(client, user, wanted)
                .token();
    }

    /**
     * Takes a token back: from now on it is refused everywhere.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it
     */
    public void revoke(String token) {
        requireIssued(environment.store().tokens().revoke(token));
    }

    /**
     * Ends a token's life now, without moving the clock.
     *
     * @throws IllegalArgumentException if this sandbox did not issue it
     */
    public void expire(String token) {
        requireIssued(environment.store().tokens().expire(token, now.get()));
    }

    private static void requireIssued(boolean known) {
        if (!known) {
            throw new IllegalArgumentException("this sandbox did not issue that token");
        }
    }

    private Client client(String id) {
        names().require(Kind.CLIENT, id);
        Client client = new Directory(environment.store()).client(id).orElseThrow();
        if (client.disabled()) {
            throw new IllegalArgumentException(client + " is disabled");
        }
        return client;
    }

    private void requireUsable(String id) {
        names().require(Kind.USER, id);
        User user = new Directory(environment.store()).user(id).orElseThrow();
        if (user.status().isDisabled()) {
            throw new IllegalArgumentException("user " + id + " is disabled");
        }
    }

    private SandbankNames names() {
        return new SandbankNames(List.of(environment));
    }
}
