package dev.sandbank.integration.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;

/** What is tested: it fetches a token, keeps it until it expires, and asks once more if the bank is busy. */
class AccountsClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final Registration registered;
    private final Supplier<Instant> now;
    private String token = "";
    private Instant goodUntil = Instant.MIN;

    AccountsClient(Registration registered, Supplier<Instant> now) {
        this.registered = registered;
        this.now = now;
    }

    /** What it is told of the bank. */
    record Registration(URI tokenUrl, URI accounts, String id, String secret, String scope) {

        Registration withSecret(String other) {
            return new Registration(tokenUrl, accounts, id, other, scope);
        }

        Registration withScope(String other) {
            return new Registration(tokenUrl, accounts, id, secret, other);
        }

        String credentials() {
            return Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The bank said no; the message is its code. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String code) {
            super(code);
        }
    }

    String accounts() {
        HttpResponse<String> reply = call();
        return checked(reply.statusCode() == 429 ? call() : reply).body();
    }

    private HttpResponse<String> call() {
        if (!isGood(goodUntil)) {
            fetchToken();
        }
        return send(authorized(HttpRequest.newBuilder(registered.accounts()), token));
    }

    boolean isGood(Instant until) {
        return now.get().isBefore(until);
    }

    HttpRequest.Builder authorized(HttpRequest.Builder request, String bearer) {
        return request.header("Authorization", "Bearer " + bearer);
    }

    private void fetchToken() {
        String form =
                "grant_type=client_credentials&scope=" + URLEncoder.encode(registered.scope(), StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(registered.tokenUrl())
                .header("Authorization", "Basic " + registered.credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        JsonNode reply = json(checked(send(request)));
        token = reply.path("access_token").asText();
        goodUntil = now.get().plusSeconds(reply.path("expires_in").asLong());
    }

    /** OAuth says {@code error}, this bank the second to last part of {@code type}. */
    private static HttpResponse<String> checked(HttpResponse<String> reply) {
        if (reply.statusCode() != 200) {
            String[] type = json(reply).path("type").asText("/").split("/", -1);
            throw new RefusedException(json(reply).path("error").asText(type[type.length - 2]));
        }
        return reply;
    }

    private static JsonNode json(HttpResponse<String> reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
