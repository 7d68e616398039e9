package dev.sandbank.integration.spring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** A program that calls an API with an access token. */
record ApiCaller(String token) {

    /** One that asks the bank for its token. */
    static ApiCaller of(Sandbank bank, String client, String secret) {
        String credentials = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        String reply = send(HttpRequest.newBuilder(bank.tokenUrl())
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                .body();
        try {
            return new ApiCaller(
                    new ObjectMapper().readTree(reply).required("access_token").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiCaller withToken(String token) {
        return new ApiCaller(token);
    }

    /** One whose token claims to be for somebody else, under the same signature. */
    ApiCaller withChangedToken() {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("reporting", "retorting");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
        return new ApiCaller(String.join(".", parts));
    }

    Answer get(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        HttpResponse<String> response =
                send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(int status, String body, String challenge) {}
}
