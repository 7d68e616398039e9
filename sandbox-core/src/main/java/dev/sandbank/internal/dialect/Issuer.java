package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.oauth.SigningAlgorithms;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token server.
 *
 * @param path the issuer's path, with or without its trailing slash, as the bank prints it
 * @param discovery the paths of the discovery document; empty for none
 * @param endpoints path by endpoint name: {@code token}, {@code jwks}, …
 * @param grants the grant types offered
 * @param authMethods the client authentication methods that a client may be registered for
 * @param signingAlgorithms the algorithms of its own signatures and of clients' assertions; the default first
 * @param protocolScopes scopes that belong to OpenID Connect, not to the bank
 * @param excessScope what happens to a scope that the client does not have: "refuse" or "narrow"
 * @param logoutEnds what ends when a bearer revokes an access token at {@code logout}: the token itself, all of its
 * "signIn", or its "session"
 * @param consent the consent that users give each time they sign in, or null if that is not recorded
 * @param metadata members of the discovery document that differ from the server's own; null leaves one out
 */
public record Issuer(
        String path,
        List<String> discovery,
        Map<String, String> endpoints,
        List<String> grants,
        List<String> authMethods,
        List<String> signingAlgorithms,
        List<String> protocolScopes,
        String excessScope,
        String logoutEnds,
        @Nullable ConsentRule consent,
        Map<String, JsonNode> metadata) {
    public Issuer {
        metadata = Defaults.orEmpty(metadata);
        excessScope = excessScope == null ? "refuse" : excessScope;
        logoutEnds = logoutEnds == null ? "session" : logoutEnds;
        discovery = Defaults.orEmpty(discovery);
        endpoints = Defaults.orEmpty(endpoints);
        grants = Defaults.orEmpty(grants);
        authMethods = Defaults.orEmpty(authMethods);
        signingAlgorithms = signingAlgorithms == null ? SigningAlgorithms.ALL : List.copyOf(signingAlgorithms);
        protocolScopes = Defaults.orEmpty(protocolScopes);
    }

    /** Whether it tells clients that a login session has ended: if users sign in here, and clients can verify it. */
    public boolean tellsLogouts() {
        return endpoints.containsKey("authorization") && endpoints.containsKey("jwks");
    }
}
