package dev.sandbank.internal.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.SigningAlgorithms;
import java.util.List;

/**
 * Fills in what a fixture leaves out about a client.
 *
 * @param dialect its bank's dialect
 */
public record ClientDefaults(Dialect dialect) {

    /** Returns a complete copy of a client. */
    public ObjectNode fill(ObjectNode client) {
        ObjectNode filled = client.deepCopy();
        boolean confidential = client.has("secret");
        boolean keyed = isKeyed(client);
        if (!client.has("authMethods")) {
            add(filled.putArray("authMethods"), keyed ? List.of() : List.of(confidential ? bySecret() : "none"));
        }
        if (!client.has("grants")) {
            List<String> usual = client.has("redirectUris")
                    ? List.of(GrantTypes.AUTHORIZATION_CODE, GrantTypes.REFRESH_TOKEN)
                    : keyed ? List.of() : List.of(GrantTypes.CLIENT_CREDENTIALS);
            add(
                    filled.putArray("grants"),
                    usual.stream().filter(dialect.issuer().grants()::contains).toList());
        }
        String algorithm = dialect.issuer().signingAlgorithms().get(0);
        if (!client.has("idTokenAlg") && !algorithm.equals(SigningAlgorithms.ALL.get(0))) {
            filled.put("idTokenAlg", algorithm);
        }
        return filled;
    }

    /** Returns the authentication method by secret: in the form only if the bank does not support Basic. */
    private String bySecret() {
        List<String> methods = dialect.issuer().authMethods();
        boolean inFormOnly = methods.contains("client_secret_post") && !methods.contains("client_secret_basic");
        return inFormOnly ? "client_secret_post" : "client_secret_basic";
    }

    /** Whether it has only credentials for the API, so that it gets no tokens. */
    private static boolean isKeyed(ObjectNode client) {
        return (client.has("apiKeys") || client.has("tokens"))
                && !client.has("secret")
                && !client.has("jwks")
                && !client.has("redirectUris");
    }

    private static void add(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
