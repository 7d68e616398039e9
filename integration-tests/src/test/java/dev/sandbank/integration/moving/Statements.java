package dev.sandbank.integration.moving;

import java.net.URI;
import java.util.Map;

/** A program that fetches a token with its secret and lists accounts with it: it stands for your own code. */
final class Statements {

    private final URI tokenUrl;
    private final URI accounts;
    private final String client;
    private final String secret;

    Statements(URI tokenUrl, URI accounts, String client, String secret) {
        this.tokenUrl = tokenUrl;
        this.accounts = accounts;
        this.client = client;
        this.secret = secret;
    }

    String download() {
        String token = Http.post(tokenUrl, client, secret, Map.of("grant_type", "client_credentials"))
                .path("access_token")
                .asText();
        return Http.get(accounts, token).toString();
    }
}
