package dev.sandbank.integration.moving;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/** A web application in which people sign in, with what it needs to know of OpenID Connect: it stands for your own code. */
final class Portal {

    private static final String CALLBACK = "https://portal.example.test/callback";

    private final JsonNode provider;
    private final String client;
    private final String secret;
    private String refreshToken = "";

    Portal(URI issuer, String client, String secret) {
        String base = issuer.toString().replaceAll("/$", "");
        this.provider = Http.get(URI.create(base + "/.well-known/openid-configuration"));
        this.client = client;
        this.secret = secret;
    }

    /** Where it sends the browser. */
    URI signInUrl() {
        return URI.create(provider.path("authorization_endpoint").asText() + "?"
                + Http.encoded(Map.of(
                        "response_type", "code", "client_id", client, "redirect_uri", CALLBACK, "scope", "openid")));
    }

    /** Takes the browser back. */
    void finishSignIn(URI callback) {
        String code = callback.getQuery().replaceAll("^(?:.*&)?code=([^&]*).*$", "$1");
        keep(post(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK)));
    }

    void refresh() {
        keep(post(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
    }

    private void keep(JsonNode tokens) {
        refreshToken = tokens.path("refresh_token").asText();
    }

    private JsonNode post(Map<String, String> form) {
        return Http.post(URI.create(provider.path("token_endpoint").asText()), client, secret, form);
    }
}
