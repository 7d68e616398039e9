package dev.sandbank.junit.kit;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Code that calls a bank, as an integrator would write it: it ignores replies. */
public record Caller(Sandbank bank) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Lists accounts with a token of this client. */
    public void listAccounts(String client) {
        get("listAccounts", bank.tokens().forClient(client));
    }

    /** Reads one account with a token of this client. */
    public void getAccount(String client, String account) {
        get("getAccount", bank.tokens().forClient(client), account);
    }

    public void get(String operation, String token, String... arguments) {
        send(HttpRequest.newBuilder(bank.url(operation, arguments)).header("Authorization", "Bearer " + token));
    }

    /** Calls with the {@code Authorization} field as it is, or without one if it is empty; the status of the reply. */
    public int getWith(String authorization, String operation) {
        return send(with(authorization, operation));
    }

    /** Like {@link #getWith}, but opens an account. */
    public int postWith(String authorization, String operation) {
        return send(with(authorization, operation)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"label\": \"Rent\", \"asset\": \"EUR\"}")));
    }

    private HttpRequest.Builder with(String authorization, String operation) {
        HttpRequest.Builder request = HttpRequest.newBuilder(bank.url(operation));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    /** Opens an account for a user at the bank that supports acting on behalf. */
    public void openAccount(String client, String user) {
        send(HttpRequest.newBuilder(bank.url("core.create-account"))
                .header("Authorization", "Bearer " + bank.tokens().forClient(client))
                .header("X-On-Behalf-Of", "user " + user)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"label\": \"Rent\", \"asset\": \"EUR\"}")));
    }

    /** Asks for a token with Basic authentication. */
    public void askWithBasic(String client, String secret, String scope) {
        String pair = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        send(token("grant_type=client_credentials&scope=" + scope).header("Authorization", "Basic " + pair));
    }

    /** Asks for a token with the secret in the form. */
    public void askWithForm(String client, String secret) {
        send(token("grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret));
    }

    private HttpRequest.Builder token(String form) {
        return HttpRequest.newBuilder(bank.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** Calls a path that does not exist. */
    public void stray(String target) {
        send(HttpRequest.newBuilder(URI.create(bank.baseUrl() + target)));
    }

    private static int send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
