package dev.sandbank.internal.oidc;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.model.Answered;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.Step;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The token server of one environment: those endpoints that its dialect has, by path. */
public final class TokenServer implements AutoCloseable {

    private final Dialect dialect;
    private final Issuance issuance;
    private final SigningKeys keys;
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    public TokenServer(
            Dialect dialect,
            Settings settings,
            Store store,
            Ids ids,
            Supplier<Instant> now,
            Supplier<String> publicBase) {
        this.dialect = dialect;
        this.keys = new SigningKeys(ids);
        this.issuance = new Issuance(dialect.tokens(), settings.duration("accessTokenLifetime"), store, ids, now);
        Directory directory = new Directory(store);
        Map<String, GrantHandler> grants = grants(directory);
        DiscoveryEndpoint discovery = new DiscoveryEndpoint(dialect, publicBase, directory, grants.keySet());
        dialect.issuer().discovery().forEach(path -> endpoints.put(path, discovery));
        place("jwks", new JwksEndpoint(keys));
        Map<String, String> headers =
                new Phrasebook(dialect).headers(dialect.tokens().headers(), Map.copyOf(settings.asTexts()));
        place("token", new TokenEndpoint(directory::client, grants, dialect.tokens(), headers));
    }

    private void place(String name, Endpoint endpoint) {
        String path = dialect.issuer().endpoints().get(name);
        if (path != null) {
            endpoints.put(path, endpoint);
        }
    }

    private Map<String, GrantHandler> grants(Directory directory) {
        Map<String, GrantHandler> known =
                Map.of("client_credentials", new ClientCredentials(issuance, directory::user, this::bankScopes));
        Map<String, GrantHandler> offered = new HashMap<>(known);
        offered.keySet().retainAll(dialect.issuer().grants());
        return offered;
    }

    /** Scopes of OpenID Connect are about a person who signs in; a client by itself has none. */
    private Scopes bankScopes(Scopes held) {
        Set<String> names = new HashSet<>(held.names());
        names.removeAll(dialect.issuer().protocolScopes());
        return Scopes.of(names);
    }

    public Issuance issuance() {
        return issuance;
    }

    /** Answers a request to one of its endpoints; nothing if the path is not one of them. */
    public Optional<Answered> answer(Request request, Function<Refusal, Reply> bankSays) {
        return Optional.ofNullable(endpoints.get(request.path())).map(endpoint -> {
            String method = request.method().equals("HEAD") ? "GET" : request.method();
            return endpoint.methods().contains(method) ? endpoint.answer(request) : wrongMethod(endpoint, bankSays);
        });
    }

    private static Answered wrongMethod(Endpoint endpoint, Function<Refusal, Reply> bankSays) {
        Refusal refusal = new Refusal.MethodNotAllowed(endpoint.methods());
        Step step = new Step("route", false, refusal.detail());
        return new Answered(bankSays.apply(refusal), new Ruling(List.of(step), refusal, endpoint.name(), "", ""));
    }

    @Override
    public void close() {
        keys.close();
    }
}
