package dev.sandbank.junit.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Calls with a bearer token. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    /** The status of the reply; empty if nothing listens there. */
    public static Optional<Integer> get(URI url, String token) {
        return get(url, token, "Accept", "*/*");
    }

    /** The same with one more header field. */
    public static Optional<Integer> get(URI url, String token, String header, String value) {
        return send(url, token, header, value).map(HttpResponse::statusCode);
    }

    /** The content of the reply. */
    public static String body(URI url, String token) {
        return send(url, token, "Accept", "*/*").orElseThrow().body();
    }

    private static Optional<HttpResponse<String>> send(URI url, String token, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .header(header, value)
                .build();
        try {
            return Optional.of(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (ConnectException nobody) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
