package dev.sandbank.internal.denial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.model.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser and an application that talk to the token server of an environment in memory, without HTTP. */
final class LoginBrowser {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Environment environment;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    LoginBrowser(Environment environment) {
        this.environment = environment;
    }

    Reply open(String endpoint, Map<String, String> query) {
        return send(new CallRequest("GET", path(endpoint), query, cookie(), ""));
    }

    Reply send(CallRequest form) {
        Reply reply = environment.answer(form.toRequest("")).reply();
        String cookie = reply.headers().getOrDefault("Set-Cookie", "");
        if (!cookie.isEmpty()) {
            String pair = cookie.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return reply;
    }

    /**
     * Prepares a form.
     *
     * @param fields texts, or lists of texts, by name
     */
    CallRequest form(String endpoint, Map<String, ?> fields, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", FORM);
        return new CallRequest("POST", path(endpoint), Map.of(), all, encoded(fields));
    }

    /** Returns the header field with the present cookies. */
    Map<String, String> cookie() {
        String all = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Map.of() : Map.of("Cookie", all);
    }

    private String path(String endpoint) {
        String path = environment.definition().dialect().issuer().endpoints().get(endpoint);
        if (path == null) {
            throw new IllegalStateException("this bank has no endpoint " + endpoint);
        }
        return path;
    }

    private static String encoded(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> texts(field.getValue())
                        .map(text -> field.getKey() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> texts(Object field) {
        return field instanceof Collection<?> some ? some.stream().map(Object::toString) : Stream.of(field.toString());
    }

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the token server answered with status " + reply.status() + " and without JSON", e);
        }
    }
}
