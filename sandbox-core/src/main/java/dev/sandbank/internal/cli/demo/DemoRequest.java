package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.GrantTypes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as a scenario describes it: who calls is said by name, the sandbox knows the secrets.
 *
 * @param method the HTTP method; GET if it is not said
 * @param path path and query
 * @param client the client that authenticates itself with its id and secret
 * @param secret what it sends instead of its secret
 * @param bearer the client whose token is sent
 * @param headers further header fields
 * @param form the parameters of a form, sent as the content
 * @param body the content, sent as JSON
 */
record DemoRequest(
        String method,
        String path,
        @Nullable String client,
        @Nullable String secret,
        @Nullable String bearer,
        Map<String, String> headers,
        Map<String, String> form,
        @Nullable JsonNode body) {

    DemoRequest(
            @Nullable String method,
            String path,
            @Nullable String client,
            @Nullable String secret,
            @Nullable String bearer,
            @Nullable Map<String, String> headers,
            @Nullable Map<String, String> form,
            @Nullable JsonNode body) {
        this.method = Objects.requireNonNullElse(method, "GET");
        this.path = Objects.requireNonNull(path, "a request without a path");
        this.client = client;
        this.secret = secret;
        this.bearer = bearer;
        this.headers = Objects.requireNonNullElse(headers, Map.of());
        this.form = Objects.requireNonNullElse(form, Map.of());
        this.body = body;
    }

    /** The request by which a client gets a token for itself. */
    static DemoRequest forToken(String path, String client) {
        Map<String, String> grant = Map.of("grant_type", GrantTypes.CLIENT_CREDENTIALS);
        return new DemoRequest("POST", path, client, null, null, Map.of(), grant, null);
    }

    Optional<String> authenticating() {
        return Optional.ofNullable(client);
    }
}
