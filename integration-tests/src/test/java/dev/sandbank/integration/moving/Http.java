package dev.sandbank.integration.moving;

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
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** How the clients of the examples call servers. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private Http() {}

    /** The server said no; the message is its code. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String code) {
            super(code);
        }
    }

    static JsonNode get(URI url, String token) {
        return sent(HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token));
    }

    static JsonNode get(URI url) {
        return sent(HttpRequest.newBuilder(url));
    }

    /** A request to a token endpoint, by a client that authenticates with its secret. */
    static JsonNode post(URI url, String client, String secret, Map<String, String> form) {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return sent(HttpRequest.newBuilder(url)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A token endpoint says {@code error}, Apiture the second to last part of {@code type}. */
    private static JsonNode sent(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply = CLIENT.send(request.build(), BodyHandlers.ofString());
            JsonNode content = JSON.readTree(reply.body());
            if (reply.statusCode() != 200) {
                String[] type = content.path("type").asText("/").split("/", -1);
                throw new RefusedException(content.path("error").asText(type[type.length - 2]));
            }
            return content;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
