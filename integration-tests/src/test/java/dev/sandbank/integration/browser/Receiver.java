package dev.sandbank.integration.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** The client that takes its answer as a form, and redeems the code that is in it. */
record Receiver(URI redirectUri, URI tokenUrl) {

    private static final String CREDENTIALS =
            Base64.getEncoder().encodeToString("receiver:receiver-5Tz9wR".getBytes(UTF_8));

    /** The fields of a form that was received by POST. */
    static Map<String, String> fields(String received) {
        return Stream.of(received.replaceFirst("^POST ", "").split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(toMap(field -> decoded(field[0]), field -> decoded(field[1])));
    }

    JsonNode redeem(String code, String verifier) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirectUri.toString(),
                "code_verifier",
                verifier);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(tokenUrl)
                                .header("Authorization", "Basic " + CREDENTIALS)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(encoded(form)))
                                .build(),
                        BodyHandlers.ofString());
        return new ObjectMapper().readTree(response.body());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
