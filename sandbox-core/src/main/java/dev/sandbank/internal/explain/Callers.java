package dev.sandbank.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.Caller.Way;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the possible callers of a bank: its clients, and for each user the clients and ways. */
public final class Callers {

    private final Dialect dialect;
    private final Directory directory;
    private final Entries entries;
    private final CallerModes ways;

    Callers(Environment environment) {
        this.dialect = environment.definition().dialect();
        this.directory = new Directory(environment.store());
        this.entries = environment.store().entries();
        this.ways = new CallerModes(dialect, entries);
    }

    public List<String> users() {
        return ids(Directory.USERS);
    }

    /** Returns the clients that call for themselves. */
    public List<Caller> clients() {
        return directory.clients().stream()
                .filter(client -> client.boundUser() == null)
                .flatMap(client -> by(client, null).stream())
                .toList();
    }

    /** Returns a user, through the client that may do the most for that user; empty if none can call. */
    public Optional<Caller> user(String id) {
        return all(id).stream().findFirst();
    }

    /** Returns a user, through every client that can call for this one, the preferred client and way first. */
    public List<Caller> all(String id) {
        return directory.clients().stream()
                .filter(client -> !client.disabled())
                .flatMap(client -> by(client, known(id)).stream())
                .filter(caller -> ways.isUsual(caller))
                .sorted(Comparator.comparing(Caller::way)
                        .thenComparing(
                                caller -> caller.scopes()
                                        .and(Scopes.of(dialect.scopes().keySet()))
                                        .names()
                                        .size(),
                                Comparator.reverseOrder()))
                .toList();
    }

    /**
     * Returns the caller for a client, a user or both.
     *
     * @throws ChoiceException if there is no such client or user, or the one cannot call for the other
     */
    public Caller of(@Nullable String client, @Nullable String user) {
        if (client == null && user == null) {
            throw new ChoiceException("name the caller: a client, a user or both");
        }
        User person = user == null ? null : known(user);
        return client == null ? user(String.valueOf(user)).orElseThrow(() -> nobodyFor(user)) : through(client, person);
    }

    private Caller through(String id, @Nullable User user) {
        Client client = directory
                .client(id)
                .orElseThrow(() -> new ChoiceException("there is no client " + id + hint(id, ids(Directory.CLIENTS))));
        return by(client, user).orElseThrow(() -> cannot(client, user));
    }

    /** Returns the caller with a token that holds fewer scopes. */
    public Caller holding(Caller caller, List<String> scopes) {
        Scopes fewer = Scopes.of(scopes);
        Scopes held = caller.client().scopes();
        for (String scope : fewer.names()) {
            if (!held.contains(scope)) {
                throw new ChoiceException("client " + caller.client().id() + " may not have the scope " + scope
                        + DidYouMean.instead(scope, "a scope of the client", held.names()));
            }
        }
        return caller.holding(fewer);
    }

    private Optional<Caller> by(Client client, @Nullable User user) {
        User meant = user == null && client.boundUser() != null ? known(client.boundUser()) : user;
        String name = meant == null ? nameOf(client) : nameOf(meant);
        return ways.of(client, meant).map(way -> new Caller(client, meant, way, client.scopes(), name));
    }

    private User known(String id) {
        return directory
                .user(id)
                .orElseThrow(() -> new ChoiceException("there is no user " + id + hint(id, ids(Directory.USERS))));
    }

    private List<String> ids(String collection) {
        return entries.all(collection).stream().map(Entry::id).toList();
    }

    private static String hint(String id, List<String> known) {
        return DidYouMean.instead(id, "an id of the fixture", known);
    }

    private static String nameOf(Client client) {
        String name = client.registration().name();
        return name.equals(client.id()) ? "" : name;
    }

    /** Returns a user's name, from the members in which fixtures usually have it. */
    private String nameOf(User user) {
        JsonNode document = entries.find(Directory.USERS, user.id())
                .<JsonNode>map(Entry::document)
                .orElseThrow();
        return Stream.of("/fullName", "/name", "/claims/name")
                .map(document::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    }

    private static ChoiceException nobodyFor(@Nullable String user) {
        return new ChoiceException("no client of the fixture can call for user " + user
                + ": none may name a user, is bound to this one, or signs users in");
    }

    private static ChoiceException cannot(Client client, @Nullable User user) {
        return new ChoiceException(
                user == null
                        ? client + " does not call on its own behalf: users sign in to it, so name a user too"
                        : client + " cannot call for user " + user.id() + ": it may not name a user, is not bound to"
                                + " this one, and users do not sign in to it");
    }

    /** Decides in which ways a client can call for a user, at this bank. */
    private static final class CallerModes {

        private final Dialect dialect;

        private final Entries entries;

        CallerModes(Dialect dialect, Entries entries) {
            this.dialect = dialect;
            this.entries = entries;
        }

        Optional<Way> of(Client client, @Nullable User user) {
            boolean own = client.grants().contains(GrantTypes.CLIENT_CREDENTIALS) || hasKeys(client) || isBasic(client);
            if (user == null) {
                return own ? Optional.of(Way.ITSELF) : Optional.empty();
            }
            if (own && user.id().equals(client.boundUser())) {
                return Optional.of(Way.BOUND);
            }
            if (own && mayName(client)) {
                return Optional.of(Way.NAMED);
            }
            if (client.boundUser() == null && client.grants().contains(GrantTypes.AUTHORIZATION_CODE)) {
                return Optional.of(Way.SIGNED_IN);
            }
            return own && dialect.impersonation() != null ? Optional.of(Way.NAMED) : Optional.empty();
        }

        /** Whether it can call with its id and secret. */
        private boolean isBasic(Client client) {
            return client.secret() != null
                    && dialect.offer().security().values().stream().anyMatch(SecurityScheme::isBasic);
        }

        /** Whether it has credentials to call with, though it gets no tokens. */
        private boolean hasKeys(Client client) {
            return entries.find(Directory.CLIENTS, client.id())
                    .filter(known ->
                            known.document().has("apiKeys") || known.document().has("tokens"))
                    .isPresent();
        }

        /** Whether this is the usual way at this bank, and not merely a possible one. */
        boolean isUsual(Caller caller) {
            return caller.way() != Way.NAMED
                    || (mayName(caller.client()) && caller.client().boundUser() == null);
        }

        private boolean mayName(Client client) {
            Dialect.Impersonation rule = dialect.impersonation();
            return rule != null && (rule.scope() == null || client.scopes().contains(rule.scope()));
        }
    }
}
