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
 * @param discovery the paths that answer with the discovery document; empty for none
 * @param endpoints path by endpoint name: {@code token}, {@code jwks}, …
 * @param grants the grant types offered
 * @param authMethods the client authentication methods that a client may be registered for
 * @param signingAlgorithms what is signed with here, and what clients may sign assertions with; the default first
 * @param protocolScopes scopes that belong to OpenID Connect, not to the bank
 * @param excessScope what happens to a scope that the client does not have: "refuse" or "narrow"
 * @param logoutEnds what ends with an access token that its bearer takes back at {@code logout}: itself, all of its "signIn", or its "session"
 * @param consent what people consent to each time they sign in, or null if that is not kept
 * @param metadata members of the discovery document that differ from what this server says by itself; null for one
 *     that is left out
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
}
