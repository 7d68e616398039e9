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

/** Knows who can call a bank, and by which client and in which way it is done for a user. */
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

    /** The clients that call for nobody but themselves. */
    public List<Caller> clients() {
        return directory.clients().stream()
                .filter(client -> client.boundUser() == null)
                .flatMap(client -> by(client, null).stream())
                .toList();
    }

    /** A user, through the client that may do the most in that user's name; nothing if none can. */
    public Optional<Caller> user(String id) {
        return all(id).stream().findFirst();
    }

    /** A user, through every client that can call for this one, first in the way and through the client to be preferred. */
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
     * Whoever is meant by a client, a user or both.
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

    /** The same caller with a token that holds fewer scopes. */
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

    /** What people call a user, where fixtures usually say it. */
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

    /** In which way a client calls for a user, at this bank. */
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

        /** Whether its id and secret are what it can call with. */
        private boolean isBasic(Client client) {
            return client.secret() != null
                    && dialect.offer().security().values().stream().anyMatch(SecurityScheme::isBasic);
        }

        /** Whether it has what it can call with, though nothing is issued to it. */
        private boolean hasKeys(Client client) {
            return entries.find(Directory.CLIENTS, client.id())
                    .filter(known ->
                            known.document().has("apiKeys") || known.document().has("tokens"))
                    .isPresent();
        }

        /** Whether this is how it is done, and not only how it can be tried. */
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
