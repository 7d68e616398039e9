package dev.sandbank.internal.oidc;

import dev.sandbank.internal.oidc.client.AuthenticateClient;
import dev.sandbank.internal.oidc.grant.AuthorizationCode;
import dev.sandbank.internal.oidc.client.ClientAssertion;
import dev.sandbank.internal.oidc.grant.ClientCredentials;
import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.grant.GrantHandler;
import dev.sandbank.internal.oidc.token.IdTokens;
import dev.sandbank.internal.oidc.token.IntrospectionEndpoint;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.client.ParseForm;
import dev.sandbank.internal.oidc.grant.RefreshToken;
import dev.sandbank.internal.oidc.token.RevocationEndpoint;
import dev.sandbank.internal.oidc.authorize.SignInEndpoints;
import dev.sandbank.internal.oidc.grant.TokenEndpoint;
import dev.sandbank.internal.oidc.client.TokenRequest;
import dev.sandbank.internal.oidc.token.UserClaims;
import dev.sandbank.internal.oidc.endpoint.UserEligibility;
import dev.sandbank.internal.oidc.grant.UserTokens;
import dev.sandbank.internal.oidc.token.UserinfoEndpoint;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Puts a token server together from what its dialect offers. */
final class Endpoints {

    private final Dialect dialect;
    private final Settings settings;
    private final Store store;
    private final Supplier<Instant> now;
    private final IssuerUrls issuer;
    private final SigningKeys keys;
    private final Issuance issuance;
    private final Ids ids;
    private final Directory directory;
    private final UserEligibility standing;
    private final UserClaims claims;
    private final Map<String, Endpoint> byPath = new HashMap<>();

    Endpoints(
            Dialect dialect,
            Settings settings,
            Store store,
            Ids ids,
            Supplier<Instant> now,
            IssuerUrls issuer,
            SigningKeys keys,
            Issuance issuance) {
        this.dialect = dialect;
        this.settings = settings;
        this.store = store;
        this.ids = ids;
        this.now = now;
        this.issuer = issuer;
        this.keys = keys;
        this.issuance = issuance;
        this.directory = new Directory(store);
        this.standing = new UserEligibility(dialect, directory);
        this.claims = new UserClaims(store);
    }

    Map<String, Endpoint> byPath() {
        Gates<TokenRequest> client = clientGates();
        Map<String, GrantHandler> grants = grants();
        DirectCalls direct = new DirectCalls(dialect.tokens().realm());
        Map<String, String> headers =
                new Phrasebook(dialect).headers(dialect.tokens().headers(), settings.asTexts());
        place("token", () -> new TokenEndpoint(client, grants, dialect.tokens(), headers));
        place("jwks", () -> new JwksEndpoint(keys));
        place("introspection", () -> new IntrospectionEndpoint(direct, client, store, standing, issuer, now));
        place("revocation", () -> new RevocationEndpoint(direct, client, store));
        place(
                "userinfo",
                () -> new UserinfoEndpoint(
                        store,
                        claims,
                        standing,
                        issuer,
                        keys,
                        now,
                        dialect.tokens().realm()));
        boolean plainAllowed = false;
        if (dialect.issuer().endpoints().containsKey("authorization")) {
            plainAllowed = settings.flag("allowPlainPkce");
            new SignInEndpoints(dialect, settings, store, ids, now, issuer, keys, issuance, standing)
                    .byName()
                    .forEach((name, endpoint) -> place(name, () -> endpoint));
        }
        Endpoint discovery = new DiscoveryEndpoint(dialect, issuer, directory, grants.keySet(), plainAllowed);
        dialect.issuer().discovery().forEach(path -> byPath.put(path, discovery));
        return byPath;
    }

    private void place(String name, Supplier<Endpoint> endpoint) {
        String path = dialect.issuer().endpoints().get(name);
        if (path != null) {
            byPath.put(path, endpoint.get());
        }
    }

    private Gates<TokenRequest> clientGates() {
        ClientAssertion assertion = new ClientAssertion(directory::client, issuer, store, now);
        return Gates.<TokenRequest>none()
                .then("request", new ParseForm())
                .then("client", new AuthenticateClient(directory::client, assertion));
    }

    private Map<String, GrantHandler> grants() {
        Set<String> offered = new HashSet<>(dialect.issuer().grants());
        Map<String, GrantHandler> grants = new HashMap<>();
        if (offered.contains("client_credentials")) {
            grants.put(
                    "client_credentials",
                    new ClientCredentials(
                            issuance,
                            directory::user,
                            this::bankScopes,
                            dialect.issuer().excessScope().equals("narrow")));
        }
        if (offered.contains("authorization_code")) {
            grants.put("authorization_code", new AuthorizationCode(store, now, standing, userTokens()));
        }
        if (offered.contains("refresh_token")) {
            boolean rotates = settings.flag("rotateRefreshTokens");
            grants.put("refresh_token", new RefreshToken(store, now, standing, userTokens(), rotates));
        }
        return grants;
    }

    private UserTokens userTokens() {
        return new UserTokens(store, issuance, new IdTokens(issuer, keys, claims, settings, now));
    }

    /** Scopes of OpenID Connect are about a person who signs in; a client by itself has none. */
    private Scopes bankScopes(Scopes held) {
        Set<String> names = new HashSet<>(held.names());
        names.removeAll(dialect.issuer().protocolScopes());
        return Scopes.of(names);
    }
}
