package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.token.UserClaims;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An authorization request (OpenID Connect Core §3.1.2.1) on its way through the gates, and what they found out. */
public final class AuthorizationRequest {

    private final String raw;
    private final Fields parameters;
    private final @Nullable Client client;
    private final @Nullable String redirectUri;
    private final Scopes scopes;

    private AuthorizationRequest(
            String raw, Fields parameters, @Nullable Client client, @Nullable String redirectUri, Scopes scopes) {
        this.raw = raw;
        this.parameters = parameters;
        this.client = client;
        this.redirectUri = redirectUri;
        this.scopes = scopes;
    }

    /**
     * @param raw the parameters as they were sent, to be read again when a page comes back
     * @param parameters the same, decoded
     */
    public static AuthorizationRequest of(String raw, Fields parameters) {
        return new AuthorizationRequest(raw, parameters, null, null, Scopes.NONE);
    }

    public AuthorizationRequest from(Client known) {
        return new AuthorizationRequest(raw, parameters, known, redirectUri, scopes);
    }

    public AuthorizationRequest redirectingTo(String uri) {
        return new AuthorizationRequest(raw, parameters, client, uri, scopes);
    }

    public AuthorizationRequest asking(Scopes asked) {
        return new AuthorizationRequest(raw, parameters, client, redirectUri, asked);
    }

    public String raw() {
        return raw;
    }

    public Fields parameters() {
        return parameters;
    }

    /** A parameter; one without a value counts as not sent (RFC 6749 §3.1). */
    public Optional<String> parameter(String name) {
        return parameters.first(name).filter(value -> !value.isEmpty());
    }

    public Client client() {
        if (client == null) {
            throw new IllegalStateException("asked for the client before its gate");
        }
        return client;
    }

    public Optional<Client> knownClient() {
        return Optional.ofNullable(client);
    }

    /** Where the answer goes; nothing as long as it is not known to be the client's. */
    public Optional<String> redirectUri() {
        return Optional.ofNullable(redirectUri);
    }

    public Scopes scopes() {
        return scopes;
    }

    public List<String> prompts() {
        return parameter("prompt")
                .map(text -> List.of(text.strip().split(" +", -1)))
                .orElse(List.of());
    }

    public boolean prompts(String prompt) {
        return prompts().contains(prompt);
    }

    /** In seconds; whether it is a number was asked before. */
    public OptionalLong maxAge() {
        return parameter("max_age").map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    public boolean answersByForm() {
        return parameter("response_mode").filter("form_post"::equals).isPresent();
    }

    public String claims() {
        return parameter("claims").orElse("{}");
    }

    /** The first authentication context class that the client would like, by parameter or as a claim. */
    public Optional<String> acr() {
        Optional<String> byParameter =
                parameter("acr_values").map(values -> values.strip().split(" ", 2)[0]);
        return byParameter.or(() -> {
            JsonNode asked = UserClaims.parse(claims()).path("id_token").path("acr");
            String value =
                    asked.path("value").asText(asked.path("values").path(0).asText(""));
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        });
    }

    /** The user that the {@code claims} parameter insists on, if it does. */
    public Optional<String> insistsOnUser() {
        String user = UserClaims.parse(claims())
                .path("id_token")
                .path("sub")
                .path("value")
                .asText("");
        return user.isEmpty() ? Optional.empty() : Optional.of(user);
    }
}
