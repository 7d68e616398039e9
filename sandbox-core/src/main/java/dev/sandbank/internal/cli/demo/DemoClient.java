package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.cli.demo.DemoScenario.DemoRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls a sandbox over HTTP, as the applications of a bank do, and keeps the tokens and other values that it gets. */
final class DemoClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Sandbank bank;
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();

    DemoClient(Sandbank bank) {
        this.bank = bank;
    }

    Sandbank bank() {
        return bank;
    }

    /** Returns the latest token of a client. */
    Optional<String> tokenOf(String client) {
        return Optional.ofNullable(tokens.get(client));
    }

    /** Keeps members of a reply under names, for later requests. */
    void keep(Map<String, String> names, Received reply) {
        names.forEach((name, pointer) -> kept.put(name, reply.json().at(pointer).asText()));
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : kept.entrySet()) {
            filled = filled.replace("${" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    /** Returns the complete request that will be sent, with its credentials. */
    Sent prepare(DemoRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.authenticating().ifPresent(client -> headers.put("Authorization", basic(client, request)));
        Optional.ofNullable(request.caller().bearer())
                .flatMap(this::tokenOf)
                .ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        headers.putAll(request.headers());
        if (!request.form().isEmpty()) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            return new Sent(request.method(), filled(request.path()), headers, form(request.form()));
        }
        JsonNode body = request.body();
        if (body != null) {
            headers.putIfAbsent("Content-Type", "application/json");
        }
        return new Sent(request.method(), filled(request.path()), headers, body == null ? "" : filled(text(body)));
    }

    /** Sends a request; if the reply contains a token, it is kept for the client that asked. */
    Received send(DemoRequest request) {
        Received received = send(prepare(request));
        JsonNode token = received.json().path("access_token");
        request.authenticating()
                .filter(client -> token.isTextual())
                .ifPresent(client -> tokens.put(client, token.textValue()));
        return received;
    }

    /** Sends a request as it is. */
    Received send(Sent sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(bank.baseUrl().resolve(sent.path()))
                .timeout(PATIENCE)
                .method(sent.method(), BodyPublishers.ofString(sent.body()));
        sent.headers().forEach(request::header);
        try {
            return Received.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Received.nothing(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Received.nothing(e);
        }
    }

    private String basic(String client, DemoRequest request) {
        String secret = Optional.ofNullable(request.caller().secret())
                .orElseGet(() -> bank.client(client).secret());
        String pair = client + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the body as text; a JSON string is sent as it is. */
    private static String text(JsonNode body) {
        return body.isTextual() ? body.textValue() : body.toString();
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * A request as it was sent.
     *
     * @param method the HTTP method
     * @param path path and query
     * @param headers the header fields that the scenario is about
     * @param body the content, empty if there is none
     */
    record Sent(String method, String path, Map<String, String> headers, String body) {}

    /**
     * A reply as it arrived.
     *
     * @param status the HTTP status, or 0 if no reply came
     * @param headers the header fields
     * @param body the content, or why there is no reply
     */
    record Received(int status, HttpHeaders headers, String body) {

        private static final JsonMapper JSON = new JsonMapper();

        static Received of(HttpResponse<String> response) {
            return new Received(response.statusCode(), response.headers(), response.body());
        }

        static Received nothing(Exception why) {
            return new Received(0, HttpHeaders.of(Map.of(), (name, value) -> true), "no reply: " + why);
        }

        /** Returns the content as JSON; a missing node if it is not JSON. */
        JsonNode json() {
            return jsonOf(body);
        }

        /** Returns a text as JSON; a missing node if it is not JSON. */
        static JsonNode jsonOf(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                return MissingNode.getInstance();
            }
        }
    }
}
