package dev.sandbank.internal.flaw;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.GrantTypes;
import dev.sandbank.internal.model.User;
import dev.sandbank.internal.oidc.token.Forgery.Pretence;
import dev.sandbank.internal.store.Directory;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds whose token is to be spoilt, where a test does not say. */
record Bearers(EnvironmentControl at) {

    /** The client that is named, else the first of the fixture that can have a token by itself. */
    Pretence anybody(@Nullable String client, @Nullable String user) {
        Client known = client == null ? first() : at.client(client).known();
        return pretence(known, user == null ? known.boundUser() : at.user(user).id());
    }

    /** The same, but the token stands for an active user. */
    Optional<Pretence> somebody(@Nullable String client, @Nullable String user) {
        if (client != null || user != null) {
            return Optional.of(anybody(client, user)).filter(pretence -> pretence.user() != null);
        }
        return Stream.concat(bound(), signedIn()).findFirst();
    }

    private Stream<Pretence> bound() {
        return usable().filter(client -> client.user().filter(this::isActive).isPresent())
                .map(client -> pretence(client, client.boundUser()));
    }

    private Stream<Pretence> signedIn() {
        return usable().filter(client -> client.grants().contains(GrantTypes.AUTHORIZATION_CODE))
                .flatMap(client -> at.names().all(Kind.USER).stream()
                        .filter(this::isActive)
                        .map(user -> pretence(client, user)));
    }

    private Client first() {
        return usable().filter(
                        client -> client.grants().contains(GrantTypes.CLIENT_CREDENTIALS) && !isBoundToAnother(client))
                .findFirst()
                .or(() -> usable().findFirst())
                .orElseThrow(() -> new IllegalStateException("the fixture has no client that could have a token"));
    }

    private boolean isBoundToAnother(Client client) {
        return client.user().filter(user -> !isActive(user)).isPresent();
    }

    private Stream<Client> usable() {
        return new Directory(at.environment().store())
                .clients().stream()
                        .filter(client -> !client.disabled() && !client.scopes().isEmpty());
    }

    private boolean isActive(String user) {
        return new Directory(at.environment().store())
                .user(user)
                .map(User::status)
                .filter(status -> status.isActive())
                .isPresent();
    }

    private static Pretence pretence(Client client, @Nullable String user) {
        return new Pretence(client, user, client.scopes());
    }
}
