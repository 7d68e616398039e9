package dev.sandbank.internal.oidc.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.oidc.token.UserClaims;
import dev.sandbank.internal.text.Fields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request (OpenID Connect Core §3.1.2.1) with what the gates have found out so far.
 *
 * @param raw the parameters as they were sent; Sandbank reads them again when the user submits a page
 * @param parameters the same, decoded
 * @param sender the client, or null before its gate
 * @param target the redirect URI, or null until it is known to be the client's
 * @param scopes the requested scopes
 * @param audience the requested audience of tokens, or empty for the bank's own API
 */
record AuthorizationRequest(
        String raw,
        Fields parameters,
        @Nullable Client sender,
        @Nullable String target,
        Scopes scopes,
        Audience audience) {

    static final List<String> MODES = List.of("query", "fragment", "form_post");

    static AuthorizationRequest of(String raw, Fields parameters) {
        return new AuthorizationRequest(raw, parameters, null, null, Scopes.NONE, Audience.NONE);
    }

    AuthorizationRequest from(Client known) {
        return new AuthorizationRequest(raw, parameters, known, target, scopes, audience);
    }

    AuthorizationRequest redirectingTo(String uri) {
        return new AuthorizationRequest(raw, parameters, sender, uri, scopes, audience);
    }

    AuthorizationRequest asking(Scopes asked) {
        return new AuthorizationRequest(raw, parameters, sender, target, asked, audience);
    }

    AuthorizationRequest addressing(Audience wanted) {
        return new AuthorizationRequest(raw, parameters, sender, target, scopes, wanted);
    }

    /** A parameter; one without a value counts as not sent (RFC 6749 §3.1). */
    Optional<String> parameter(String name) {
        return parameters.first(name).filter(value -> !value.isEmpty());
    }

    Client client() {
        if (sender == null) {
            throw new IllegalStateException("asked for the client before its gate");
        }
        return sender;
    }

    /** The redirect URI; empty until it is known to be the client's. */
    Optional<String> redirectUri() {
        return Optional.ofNullable(target);
    }

    List<String> prompts() {
        return parameter("prompt")
                .map(text -> List.of(text.strip().split(" +", -1)))
                .orElse(List.of());
    }

    boolean prompts(String prompt) {
        return prompts().contains(prompt);
    }

    /** The parameter {@code max_age} in seconds. A gate has checked that it is a number. */
    OptionalLong maxAge() {
        return parameter("max_age").map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /**
     * The response mode: the requested one, or the default of the response type. Types with tokens default to the fragment (OAuth 2.0
     * Multiple Response Type Encoding Practices §2.1 and §5).
     */
    String responseMode() {
        boolean tokens = parameter("response_type")
                .filter(type -> List.of(type.split(" ")).stream().anyMatch(Set.of("token", "id_token")::contains))
                .isPresent();
        return parameter("response_mode").filter(MODES::contains).orElse(tokens ? "fragment" : "query");
    }

    String claims() {
        return parameter("claims").orElse("{}");
    }

    /** The first authentication context class that the client asks for, in {@code acr_values} or as a claim. */
    Optional<String> acr() {
        Optional<String> byParameter =
                parameter("acr_values").map(values -> values.strip().split(" ", 2)[0]);
        return byParameter.or(() -> {
            JsonNode asked = UserClaims.parse(claims()).path("id_token").path("acr");
            String value =
                    asked.path("value").asText(asked.path("values").path(0).asText(""));
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        });
    }

    /** The user that the {@code claims} parameter requires, if it names one. */
    Optional<String> insistsOnUser() {
        String user = UserClaims.parse(claims())
                .path("id_token")
                .path("sub")
                .path("value")
                .asText("");
        return user.isEmpty() ? Optional.empty() : Optional.of(user);
    }
}
