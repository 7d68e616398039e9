package dev.sandbank.internal.oidc.session;

import dev.sandbank.internal.oidc.token.IdTokens;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request to sign out (OpenID Connect RP-Initiated Logout 1.0 §2), understood.
 *
 * @param hintedUser the user of the ID token hint, or null
 * @param hintedSession the session of the ID token hint, or null
 * @param returnTo where the browser may be sent afterwards, or null
 * @param state what to send along
 * @param problem what was wrong, or null
 */
public record LogoutRequest(
        @Nullable String hintedUser,
        @Nullable String hintedSession,
        @Nullable String returnTo,
        Optional<String> state,
        @Nullable String problem) {

    public static LogoutRequest read(Fields parameters, SigningKeys keys, Function<String, Optional<Client>> clients) {
        Optional<String> hint = first(parameters, "id_token_hint");
        Optional<JsonNode> claims = hint.flatMap(text -> IdTokens.opened(keys, text));
        if (hint.isPresent() && claims.isEmpty()) {
            return wrong("id_token_hint was not issued here");
        }
        Optional<String> audience = claims.map(body -> body.path("aud").asText());
        Optional<String> named = first(parameters, "client_id");
        if (audience.isPresent() && named.isPresent() && !audience.equals(named)) {
            return wrong("client_id is not the client that id_token_hint was issued to");
        }
        Optional<String> asked = first(parameters, "post_logout_redirect_uri");
        Optional<Client> client = named.or(() -> audience).flatMap(clients);
        boolean registered = client.isPresent()
                && asked.isPresent()
                && client.get().registration().postLogoutRedirectUris().contains(asked.get());
        if (client.isPresent() && asked.isPresent() && !registered) {
            return wrong("post_logout_redirect_uri is not registered for "
                    + client.get().id());
        }
        return new LogoutRequest(
                claims.map(body -> body.path("sub").asText()).orElse(null),
                claims.map(body -> body.path("sid").asText()).orElse(null),
                registered ? asked.get() : null,
                first(parameters, "state"),
                null);
    }

    private static LogoutRequest wrong(String problem) {
        return new LogoutRequest(null, null, null, Optional.empty(), problem);
    }

    private static Optional<String> first(Fields parameters, String name) {
        return parameters.first(name).filter(value -> !value.isEmpty());
    }
}
